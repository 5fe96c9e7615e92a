//! Formats of Microsoft's programs before 2007, which no library reads without losing words: LibreOffice makes their
//! successors of them, where it is installed and while something is imported; no build asks it.
//!
//! The file may come from anybody, so the program is given little: a copy of the file in a folder that goes afterwards,
//! settings of its own, made there, that run no macro and lead every request to nowhere, and two minutes; then it is
//! ended with all that it began. What it made is read under the limits of every document. Changes that nobody has
//! accepted, comments and hidden text are still told apart in it: the reader leaves them out as it does elsewhere.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use kabinet_documents::Format;
use url::Url;

use crate::disk::{self, Links};
use crate::office::LIMIT;

/// How the program is called, in the order in which it is looked for.
const NAMES: [&str; 4] = [
    "soffice",
    "libreoffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];
/// How often it is asked whether it is done, and how many times at most: two minutes in all.
const PAUSE: Duration = Duration::from_millis(50);
const MOST_PAUSES: u32 = 2_400;

/// The settings: no macros, no links that are followed, and every request to a network goes to a port of this computer
/// behind which nobody listens.
const SETTINGS: &str = include_str!("soffice.xcu");

/// Why an old document gave nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Why {
    /// The program is not installed.
    Absent,
    /// It did not end in time.
    Slow,
    /// It made nothing of the file: there is a password, the file is damaged, or it is none of that format.
    Failed,
}

/// A file, and what came of it.
type Read = (Vec<u8>, Result<Vec<u8>, Why>);

/// What became of the file that was read last. An import looks at a file several times, and each time would take seconds.
static LAST: Mutex<Option<Read>> = Mutex::new(None);

/// Whether a format is one of these.
pub(crate) fn is_old(format: Format) -> bool {
    of(format).is_some()
}

/// The ending of an old format, that of its successor, and how the program calls the old one. It is told what it
/// reads: a file that is something else is refused instead of being taken for whatever it resembles.
fn of(format: Format) -> Option<(&'static str, &'static str, &'static str)> {
    match format {
        Format::OldWord => Some(("doc", "docx", "MS Word 97")),
        Format::OldExcel => Some(("xls", "xlsx", "MS Excel 97")),
        Format::OldPowerPoint => Some(("ppt", "pptx", "MS PowerPoint 97")),
        _ => None,
    }
}

/// The document of today's format that is made of an old one.
pub(crate) fn modern(bytes: &[u8], format: Format) -> Result<Vec<u8>, Why> {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, made)) = &*last
        && known == bytes
    {
        return made.clone();
    }
    let made = converted(bytes, format);
    *last = Some((bytes.to_vec(), made.clone()));
    made
}

fn converted(bytes: &[u8], format: Format) -> Result<Vec<u8>, Why> {
    let (old, new, filter) = of(format).ok_or(Why::Failed)?;
    let folder = tempfile::Builder::new().prefix("kabinet-").tempdir().map_err(|_| Why::Failed)?;
    let folder = folder.path();
    prepare(folder, old, bytes).map_err(|_| Why::Failed)?;
    let profile = Url::from_directory_path(folder.join("profile")).map_err(|()| Why::Failed)?;
    let begin = |name: &&str| {
        let mut program = Command::new(name);
        program
            .args(["--headless", "--norestore", "--nolockcheck", "--nofirststartwizard", "--nodefault"])
            .arg(format!("-env:UserInstallation={}", profile.as_str().trim_end_matches('/')))
            .arg(format!("--infilter={filter}"))
            .args(["--convert-to", new, "--outdir", "made"])
            .arg(format!("source.{old}"))
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for proxy in ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"] {
            program.env(proxy, "http://127.0.0.1:9");
        }
        alone(&mut program).spawn().ok()
    };
    let child = NAMES.iter().find_map(begin).ok_or(Why::Absent)?;
    wait(child)?;
    let made = disk::read(&folder.join("made").join(format!("source.{new}")), LIMIT, Links::Refused);
    made.map_err(|_| Why::Failed)
}

fn prepare(folder: &Path, ending: &str, bytes: &[u8]) -> io::Result<()> {
    let settings = folder.join("profile/user");
    std::fs::create_dir_all(&settings)?;
    File::create_new(settings.join("registrymodifications.xcu"))?.write_all(SETTINGS.as_bytes())?;
    File::create_new(folder.join(format!("source.{ending}")))?.write_all(bytes)
}

/// Waits for the end; what does not end is ended. An exit code says nothing: the program is content with having failed.
fn wait(mut child: Child) -> Result<(), Why> {
    for _ in 0..MOST_PAUSES {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => thread::sleep(PAUSE),
            Err(_) => break,
        }
    }
    end(&mut child);
    Err(Why::Slow)
}

/// A group of its own: what the program starts can be ended with it.
#[cfg(unix)]
fn alone(program: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(program, 0)
}

#[cfg(not(unix))]
fn alone(program: &mut Command) -> &mut Command {
    program
}

#[cfg(unix)]
fn end(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
    let _ = child.wait();
}

#[cfg(not(unix))]
fn end(child: &mut Child) {
    let id = child.id().to_string();
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &id]).status();
    let _ = child.kill();
    let _ = child.wait();
}

//! One run of the program on one input, and what it cost the machine.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use nix::sys::resource::{UsageWho, getrusage};

use super::{Case, Task};

/// The files of a site that a generator writes.
pub(crate) struct Site {
    folder: tempfile::TempDir,
    bytes: u64,
}

/// What a run cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Processor time of the program, the system's share included; infinite when neither a page nor a message
    /// came of it.
    pub(crate) seconds: f64,
    /// The most memory that it held, in bytes; zero where a run before it held more.
    pub(crate) memory: u64,
    /// The size of the input. In bytes.
    pub(crate) bytes: u64,
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s, {} MB of {} KB", self.seconds, self.memory >> 20, self.bytes >> 10)
    }
}

impl Site {
    fn new() -> Self {
        let mut site = Self { folder: tempfile::tempdir().unwrap(), bytes: 0 };
        site.file("content/site.yaml", "title: Методический центр\nbase_url: https://centre.example/\n");
        site.bytes = 0;
        site
    }

    /// Writes a file.
    pub(crate) fn file(&mut self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        self.bytes += text.as_ref().len() as u64;
        fs::write(place, text).unwrap();
    }

    /// Writes a piece of news with a text.
    pub(crate) fn news(&mut self, name: &str, text: &str) {
        self.file(
            &format!("content/news/{name}.md"),
            format!("---\ntitle: Новость {name}\ndate: 2026-11-20\n---\n{text}\n"),
        );
    }

    /// Writes a regulation with a text.
    pub(crate) fn regulation(&mut self, name: &str, text: &str) {
        let front = "title: Положение\ndoc_type: положение\ndate: 2026-11-20\nnumber: 1\nlegal_status: действует\nlevel: локальный\n";
        self.file(&format!("content/regulations/{name}.md"), format!("---\n{front}---\n{text}\n"));
    }
}

/// Runs the program on a case. One run at a time: the system adds up what all children cost.
pub(crate) fn cost(case: &Case, size: usize) -> Cost {
    static ALONE: Mutex<()> = Mutex::new(());
    let mut site = Site::new();
    (case.make)(size, &mut site);
    let _alone = ALONE.lock();
    let before = used();
    let code = run(case, &site);
    let after = used();
    let seconds = if matches!(code, Some(0 | 1)) { after.0 - before.0 } else { f64::INFINITY };
    // The system keeps the most that any child held: a run that held less than one before it has not raised it.
    let memory = if after.1 > before.1 { after.1 } else { 0 };
    Cost { seconds, memory, bytes: site.bytes }
}

/// The exit code; none when the program was stopped for its cost.
fn run(case: &Case, site: &Site) -> Option<i32> {
    let task: &[&str] = match case.task {
        Task::Build => &["build", "--today", "2026-11-21"],
        Task::Import => &["import", "source.txt", "--kind", "regulation", "--id", "polozhenie"],
    };
    let of_this_tree = env!("CARGO_BIN_EXE_kabinet").to_owned();
    let kabinet = std::env::var("KABINET").unwrap_or(of_this_tree);
    // What never ends is ended by the system.
    let mut program = Command::new("sh");
    program.args(["-c", "ulimit -t 120; exec \"$0\" \"$@\"", &kabinet]).args(task);
    for inherited in ["CI", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        program.env_remove(inherited);
    }
    let errors: PathBuf = site.folder.path().join("messages.txt");
    program.env("NO_COLOR", "1").current_dir(site.folder.path()).stdout(Stdio::null());
    program.stderr(fs::File::create(errors).unwrap()).status().unwrap().code()
}

/// Seconds of processor time of all children so far, and the most memory that one of them held.
fn used() -> (f64, u64) {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    (seconds(usage.user_time()) + seconds(usage.system_time()), usage.max_rss() as u64 * unit)
}

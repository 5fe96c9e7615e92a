//! One run of the program on one input, and what it cost the machine.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
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
    /// The most memory that it held. In bytes.
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

/// The environment variables by which a run of this test tells [`measurer`] what to measure.
const TASK: &str = "LINEAR_TASK";
const FOLDER: &str = "LINEAR_FOLDER";

/// Runs the program on a case. A process of its own runs it and nothing else, since the system tells of all children
/// together what they cost, and of their memory only the most that any of them held.
pub(crate) fn cost(case: &Case, size: usize) -> Cost {
    static ALONE: Mutex<()> = Mutex::new(());
    let mut site = Site::new();
    (case.make)(size, &mut site);
    let _alone = ALONE.lock();
    let task = match case.task {
        Task::Build => "build --today 2026-11-21",
        Task::Import => "import source.txt --kind regulation --id polozhenie",
    };
    let mut measured = Command::new(std::env::current_exe().unwrap());
    measured.args(["--exact", "measure::measurer", "--nocapture"]).env_remove("RATIOS");
    measured.env(TASK, task).env(FOLDER, site.folder.path());
    measured.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let told = fs::read_to_string(site.folder.path().join(COST)).unwrap();
    let mut told = told.split(' ');
    let code: Option<i32> = told.next().unwrap().parse().ok();
    let seconds: f64 = told.next().unwrap().parse().unwrap();
    let seconds = if matches!(code, Some(0 | 1)) { seconds } else { f64::INFINITY };
    Cost { seconds, memory: told.next().unwrap().parse().unwrap(), bytes: site.bytes }
}

/// Where [`measurer`] writes what a run cost.
const COST: &str = "cost.txt";

/// The process that runs the program once for [`cost`]; asked for nothing it does nothing.
#[test]
fn measurer() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    let code = run(&task, &folder).map_or_else(|| "stopped".to_owned(), |code| code.to_string());
    let (seconds, memory) = used();
    fs::write(folder.join(COST), format!("{code} {seconds} {memory}")).unwrap();
}

/// The exit code; none when the program was stopped for its cost.
fn run(task: &str, folder: &Path) -> Option<i32> {
    let of_this_tree = env!("CARGO_BIN_EXE_kabinet").to_owned();
    let kabinet = std::env::var("KABINET").unwrap_or(of_this_tree);
    // What never ends is ended by the system.
    let mut program = Command::new("sh");
    program.args(["-c", "ulimit -t 120; exec \"$0\" \"$@\"", &kabinet]).args(task.split(' '));
    for inherited in ["CI", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        program.env_remove(inherited);
    }
    let errors = fs::File::create(folder.join("messages.txt")).unwrap();
    program.env("NO_COLOR", "1").current_dir(folder).stdout(Stdio::null());
    program.stderr(errors).status().unwrap().code()
}

/// Seconds of processor time of the child of this process, and the most memory that it held.
fn used() -> (f64, u64) {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    (seconds(usage.user_time()) + seconds(usage.system_time()), usage.max_rss() as u64 * unit)
}

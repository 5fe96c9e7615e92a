//! Why publishing stopped, and the message that says so.

use std::io;
use std::path::{Path, PathBuf};

use super::names;
use crate::diagnostic::{Diagnostic, RuleId};

/// Another run is publishing into the same folder.
const LOCKED: RuleId = RuleId("publish-locked");
/// The folder holds files and is not marked as kabinet's.
const FOREIGN_FOLDER: RuleId = RuleId("publish-foreign-folder");
/// The folder holds or lies in what the site is made from.
const AMONG_SOURCES: RuleId = RuleId("publish-among-sources");
/// A file put there by hand lies where the site wants to write.
const FILE_IN_THE_WAY: RuleId = RuleId("publish-file-in-the-way");
/// The output path is a file.
const NOT_A_FOLDER: RuleId = RuleId("publish-not-a-folder");
/// No room on the disk.
const DISK_FULL: RuleId = RuleId("publish-disk-full");
/// The folder may not be written.
const NOT_WRITABLE: RuleId = RuleId("publish-not-writable");
/// A path is longer than the file system takes.
const NAME_TOO_LONG: RuleId = RuleId("publish-name-too-long");
/// A file of the site could not be read or changed while it was published.
const SOURCE_UNREADABLE: RuleId = RuleId("publish-source-unreadable");
/// There is no tree before.
const NOTHING_TO_ROLL_BACK: RuleId = RuleId("publish-nothing-to-roll-back");
/// The tree before is not whole.
const PREVIOUS_DAMAGED: RuleId = RuleId("publish-previous-damaged");
/// Two outputs claim one path, or a path that kabinet keeps for itself.
const PATH_CLASH: RuleId = RuleId("publish-path-clash");
/// What marks the folder as kabinet's cannot be read.
const MANIFEST_DAMAGED: RuleId = RuleId("publish-manifest-damaged");
/// What marks the folder as kabinet's is gone, and other files are there.
const MANIFEST_LOST: RuleId = RuleId("publish-manifest-lost");
/// Something else lies where kabinet keeps its own.
const NOT_OURS: RuleId = RuleId("publish-not-ours");
/// A folder, a link or a pipe has the name of a file.
const NOT_A_FILE: RuleId = RuleId("publish-not-a-file");
/// The working folder was replaced amid a build.
const LOCK_LOST: RuleId = RuleId("publish-lock-lost");
/// The content is from before a purge.
const BEFORE_PURGE: RuleId = RuleId("publish-before-purge");
/// Neither the old site nor the new one is there whole.
const INTERRUPTED: RuleId = RuleId("publish-interrupted");
/// The new site is there, and something after that was refused.
const UNFINISHED: RuleId = RuleId("publish-unfinished");
/// There is no published site to be verified.
const NOTHING_TO_VERIFY: RuleId = RuleId("publish-nothing-to-verify");
/// Any other refusal of the disk.
const FAILED: RuleId = RuleId("publish-failed");

/// All rules of publishing, for `kabinet explain`.
pub const RULES: [RuleId; 22] = [
    LOCKED,
    FOREIGN_FOLDER,
    AMONG_SOURCES,
    FILE_IN_THE_WAY,
    NOT_A_FOLDER,
    DISK_FULL,
    NOT_WRITABLE,
    NAME_TOO_LONG,
    SOURCE_UNREADABLE,
    NOTHING_TO_ROLL_BACK,
    PREVIOUS_DAMAGED,
    PATH_CLASH,
    MANIFEST_DAMAGED,
    MANIFEST_LOST,
    NOT_OURS,
    NOT_A_FILE,
    LOCK_LOST,
    BEFORE_PURGE,
    INTERRUPTED,
    UNFINISHED,
    NOTHING_TO_VERIFY,
    FAILED,
];

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// Another run holds the lock.
    Locked {
        /// Its process number, when it could be read.
        pid: Option<u32>,
    },
    /// The target has unknown content and no manifest of kabinet.
    ForeignFolder {
        /// The target.
        folder: PathBuf,
        /// One of the unknown names in it.
        example: String,
    },
    /// The target would hold, or lie in, a folder that the site is made from.
    AmongSources {
        /// The target.
        folder: PathBuf,
    },
    /// A file that kabinet did not write lies at the path of an output file.
    FileInTheWay {
        /// The file.
        path: PathBuf,
    },
    /// The target is not a folder.
    NotAFolder {
        /// The target.
        path: PathBuf,
    },
    /// No room on the disk, or the quota is used up.
    DiskFull {
        /// What was being written.
        path: PathBuf,
    },
    /// The file system or its permissions forbid writing.
    NotWritable {
        /// What was being written.
        path: PathBuf,
    },
    /// The file system does not take so long a name.
    NameTooLong {
        /// The name.
        path: PathBuf,
    },
    /// A file to be published as it is could not be read, or changed meanwhile.
    SourceUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no tree before.
    NothingToRollBack,
    /// The tree before has a missing or changed file.
    PreviousDamaged {
        /// The first such file.
        path: String,
    },
    /// Two outputs cannot both be published, or a path is kept for kabinet itself.
    PathClash {
        /// The output path.
        path: String,
    },
    /// The manifest of a folder is there and cannot be believed.
    ManifestDamaged {
        /// The published folder.
        folder: PathBuf,
        /// The first line that is none, from 1; none when nothing of it can be read.
        line: Option<usize>,
    },
    /// A site was published there, and the manifest that told its files from those of people is gone.
    ManifestLost {
        /// The published folder.
        folder: PathBuf,
        /// One of the files in it.
        example: String,
    },
    /// Something that kabinet did not make lies where only its own may lie: a link, a pipe, a file of somebody's.
    NotOurs {
        /// What lies there.
        path: PathBuf,
    },
    /// Something that is no plain file lies where a file is to be read or written.
    NotAFile {
        /// What lies there.
        path: PathBuf,
    },
    /// The lock was removed or replaced while the site was built: another run may have published since.
    LockLost {
        /// The file of the lock.
        path: PathBuf,
    },
    /// The output was made from content that does not know of a purge that the published site knows.
    BeforePurge {
        /// The line of the purge.
        mark: String,
    },
    /// Publishing was cut short and could not be taken back: the site may be missing or mixed until the next one.
    Interrupted {
        /// What was refused.
        error: Box<PublishError>,
    },
    /// Nothing is published there by kabinet.
    NothingToVerify {
        /// The folder.
        folder: PathBuf,
    },
    /// The two trees cannot be exchanged here. Handled inside; seen by nobody outside this module.
    CannotExchange,
    /// Any other refusal of the disk.
    Failed {
        /// What was being done it to.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl PublishError {
    /// The message for the person at the screen.
    pub fn diagnostic(&self) -> Diagnostic {
        let with_path = |rule, path: &Path| Diagnostic::error(rule).arg("path", shown(path)).help("help");
        match self {
            Self::Locked { pid: Some(pid) } => {
                Diagnostic::error(LOCKED).arg("pid", pid.to_string()).help("help-pid")
            }
            Self::Locked { pid: None } => Diagnostic::error(LOCKED).help("help"),
            Self::ForeignFolder { folder, example } => {
                with_path(FOREIGN_FOLDER, folder).arg("example", example.clone())
            }
            Self::AmongSources { folder } => with_path(AMONG_SOURCES, folder),
            Self::FileInTheWay { path } => with_path(FILE_IN_THE_WAY, path),
            Self::NotAFolder { path } => with_path(NOT_A_FOLDER, path),
            Self::DiskFull { path } => with_path(DISK_FULL, path),
            Self::NotWritable { path } => with_path(NOT_WRITABLE, path),
            Self::NameTooLong { path } => with_path(NAME_TOO_LONG, path),
            Self::SourceUnreadable { path, error } => {
                with_path(SOURCE_UNREADABLE, path).cause("error", error)
            }
            Self::NothingToRollBack => Diagnostic::error(NOTHING_TO_ROLL_BACK).help("help"),
            Self::PreviousDamaged { path } => with_path(PREVIOUS_DAMAGED, Path::new(path)),
            Self::PathClash { path } => with_path(PATH_CLASH, Path::new(path)),
            Self::ManifestDamaged { folder, line } => {
                with_path(MANIFEST_DAMAGED, &folder.join(names::MANIFEST)).number("line", line.unwrap_or(0))
            }
            Self::ManifestLost { folder, example } => {
                with_path(MANIFEST_LOST, folder).arg("example", example.clone())
            }
            Self::NotOurs { path } => with_path(NOT_OURS, path),
            Self::LockLost { path } => with_path(LOCK_LOST, path),
            Self::BeforePurge { mark } => {
                let day = mark.split(' ').next().unwrap_or_default();
                Diagnostic::error(BEFORE_PURGE).arg("day", day).arg("line", mark.clone()).help("help")
            }
            Self::Interrupted { error } => caused(INTERRUPTED, error),
            Self::NothingToVerify { folder } => with_path(NOTHING_TO_VERIFY, folder),
            Self::CannotExchange => {
                Diagnostic::error(FAILED).arg("path", "").arg("error", "EXDEV").help("help")
            }
            Self::NotAFile { path } => with_path(NOT_A_FILE, path),
            Self::Failed { path, error } => with_path(FAILED, path).cause("error", error),
        }
    }

    /// Whether the published site is as it was.
    pub fn leaves_old(&self) -> bool {
        !matches!(self, Self::Interrupted { .. })
    }

    /// The message when the new site is in its place and this was refused after that.
    pub fn unfinished(&self) -> Diagnostic {
        caused(UNFINISHED, self)
    }

    /// What it was about, for messages that have it as their cause.
    fn path(&self) -> String {
        match self {
            Self::NotOurs { path }
            | Self::NotAFile { path }
            | Self::NotWritable { path }
            | Self::DiskFull { path }
            | Self::NameTooLong { path }
            | Self::LockLost { path }
            | Self::SourceUnreadable { path, .. }
            | Self::Failed { path, .. } => shown(path),
            Self::Interrupted { error } => error.path(),
            _ => String::new(),
        }
    }

    /// What the system said.
    fn reason(&self) -> Option<io::Error> {
        match self {
            Self::Failed { error, .. } | Self::SourceUnreadable { error, .. } => {
                Some(error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error))
            }
            Self::Interrupted { error } => error.reason(),
            Self::DiskFull { .. } => Some(io::ErrorKind::StorageFull.into()),
            Self::NotWritable { .. } => Some(io::ErrorKind::PermissionDenied.into()),
            Self::NotOurs { .. } | Self::NotAFile { .. } => Some(io::ErrorKind::InvalidInput.into()),
            _ => None,
        }
    }

    /// Sorts a refusal of the disk at a path.
    pub(crate) fn at(path: &Path, error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_path_buf();
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull { path },
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::NotWritable { path },
            Kind::InvalidFilename => Self::NameTooLong { path },
            Kind::IsADirectory => Self::NotAFile { path },
            Kind::InvalidInput if error.raw_os_error().is_none() => Self::NotAFile { path },
            _ => Self::Failed { path, error },
        }
    }
}

/// A message about the site with what was refused as its cause.
fn caused(rule: RuleId, cause: &PublishError) -> Diagnostic {
    let reason = cause.reason().unwrap_or_else(|| io::ErrorKind::Other.into());
    Diagnostic::error(rule).arg("path", cause.path()).cause("error", &reason).help("help")
}

/// Names the path in whatever the disk refused.
pub(super) trait At<T> {
    /// Turns an error of the system into a [`PublishError`] at `path`.
    fn at(self, path: &Path) -> Result<T, PublishError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, PublishError> {
        self.map_err(|error| PublishError::at(path, error))
    }
}

impl std::fmt::Display for PublishError {
    /// For logs and debugging; people read [`PublishError::diagnostic`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for PublishError {}

/// A path as a person knows it: without the prefix of Windows' long paths.
fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = text.strip_prefix(r"\\?\").unwrap_or(&text);
    text.strip_prefix("./").unwrap_or(text).to_owned()
}

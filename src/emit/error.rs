//! Why publishing stopped, and the message that says so.

use std::io;
use std::path::{Path, PathBuf};

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
/// Any other refusal of the disk.
const FAILED: RuleId = RuleId("publish-failed");

/// All rules of publishing, for `kabinet explain`.
pub const RULES: [RuleId; 13] = [
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
                with_path(SOURCE_UNREADABLE, path).arg("error", error.to_string())
            }
            Self::NothingToRollBack => Diagnostic::error(NOTHING_TO_ROLL_BACK).help("help"),
            Self::PreviousDamaged { path } => with_path(PREVIOUS_DAMAGED, Path::new(path)),
            Self::PathClash { path } => with_path(PATH_CLASH, Path::new(path)),
            Self::CannotExchange => {
                Diagnostic::error(FAILED).arg("path", "").arg("error", "EXDEV").help("help")
            }
            Self::Failed { path, error } => with_path(FAILED, path).arg("error", error.to_string()),
        }
    }

    /// Sorts a refusal of the disk at a path.
    pub(super) fn at(path: &Path, error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_path_buf();
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull { path },
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::NotWritable { path },
            Kind::InvalidFilename => Self::NameTooLong { path },
            _ => Self::Failed { path, error },
        }
    }
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
    text.strip_prefix(r"\\?\").map_or(text.clone(), str::to_owned)
}

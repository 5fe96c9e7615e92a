//! What the preview is given: pages that are drawn when a browser asks for them, and what is said of them.

use std::path::PathBuf;
use std::sync::Arc;

use super::message::Message;
use super::stop::Stop;
use crate::artifact::Content;

/// What is known of a page beside its text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PageNote {
    /// The file that it is written in: `content/events/seminar.md`.
    pub source: String,
    /// Why readers of the site do not see it, in words; `None` when they do.
    pub hidden: Option<String>,
}

/// A page or a file that readers of the site do not see.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Unpublished {
    /// Where the preview shows it, as a path of the output.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The file that it is written in.
    pub source: String,
    /// Why readers do not see it.
    pub why: String,
}

/// What lies at a path of the output.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Lying {
    /// This.
    File(Content),
    /// A page that cannot be drawn; the messages of the build tell why.
    Failed,
    /// A page that readers of the site do not see and that cannot be drawn, with what is wrong.
    Undrawn(Vec<Message>),
    /// Data of search that are still being made.
    Making,
}

/// A site whose files are made when they are asked for, by several threads at once.
pub trait Pages: Send + Sync {
    /// What lies at a path of the output: `events/index.html`.
    fn file(&self, path: &str) -> Option<Lying>;

    /// Whether anything lies there.
    fn has(&self, path: &str) -> bool;

    /// What is known of the page at a path.
    fn note(&self, path: &str) -> Option<PageNote>;

    /// The path of the page that is written in a file of the site; the first of several.
    fn written_in(&self, source: &str) -> Option<String>;

    /// What readers of the site do not see, and its author can look at.
    fn unpublished(&self) -> Vec<Unpublished>;

    /// Equal for equal sites: a page that is open need not be loaded again.
    fn fingerprint(&self) -> String;
}

/// What is left to do when pages can be looked at already: to draw all of them, for the messages, and to make search.
/// It runs beside the answers, and ends early when the sources change once more; then it has nothing to tell.
pub type Rest = Box<dyn FnOnce(&Stop) -> Option<Finished> + Send>;

/// What the rest of a build came to.
#[derive(Clone, Debug, Default)]
pub struct Finished {
    /// All messages of the build, the weightiest first.
    pub messages: Vec<Message>,
    /// Whether every page could be drawn. If not, the last site that could be is shown again.
    pub whole: bool,
}

/// What one build gave.
#[derive(Default)]
pub struct Preview {
    /// The site; `None` when there were errors: the last good one stays.
    pub site: Option<Arc<dyn Pages>>,
    /// The path of `base_url` under which the site is served: empty or `/imc`.
    pub base_path: String,
    /// The messages so far, the weightiest first.
    pub messages: Vec<Message>,
    /// What is left to do.
    pub rest: Option<Rest>,
}

/// Which files changed since the last build.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Changed {
    /// Any may have: it is the first build, or the system lost count.
    #[default]
    Anything,
    /// These, and whatever lies in them.
    Paths(Vec<PathBuf>),
}

impl From<Vec<PathBuf>> for Changed {
    /// The paths of a change, without those that were told twice.
    fn from(mut paths: Vec<PathBuf>) -> Self {
        paths.sort_unstable();
        paths.dedup();
        Self::Paths(paths)
    }
}

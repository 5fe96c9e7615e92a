//! The store: what was read before, so that a preview reads only what changed.
//!
//! A build begins with an empty one. Nothing of it lies on the disk: it lives as long as the program that keeps it.
//! The place of a text among sources stays as long as its path is known, so that spans kept with a document stay
//! right while other files come and go.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use super::document::Read;
use super::last::{Last, Stands};
use super::paper::Paper;
use super::published::of_alike;
use super::stamp::Stamp;
use super::tree::Found;
use super::walk;
use crate::diagnostic::Diagnostic;
use crate::media::Shelf;
use crate::office::Authors;
use crate::picture::Picture;
use crate::source::{SourceId, Sources};
use crate::yaml::Node;

/// A text that was read.
#[derive(Debug)]
pub(super) struct Kept {
    stamp: Stamp,
    /// Its place among sources; none when it is no text or cannot be read.
    pub(super) source: Option<SourceId>,
    /// Of its path and its text.
    fingerprint: u64,
    /// What is wrong with it as a text.
    pub(super) messages: Vec<Diagnostic>,
    /// The documents in it, if it was read for them.
    pub(super) read: Option<Arc<Read>>,
    seen: u64,
}

/// What was said of a file that is published as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    /// An error or a warning that is told in any case.
    pub(super) told: Option<Diagnostic>,
    /// What is told when something names the file.
    pub(super) said: Option<Diagnostic>,
    /// What it shows, if it is a picture.
    pub(super) picture: Option<Picture>,
    /// What it says, if it is a document.
    pub(super) paper: Option<Arc<Paper>>,
    /// Whether it names people where no reader looks.
    pub(super) authors: Authors,
}

/// A text that was parsed as YAML.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) text: Arc<str>,
    /// What stands in it; none when it cannot be read.
    pub(super) node: Option<Arc<Node>>,
    /// What is wrong with it.
    pub(super) messages: Vec<Diagnostic>,
}

/// A file that was judged.
#[derive(Debug)]
struct Judged {
    stamp: Stamp,
    shelf: Shelf,
    verdict: Verdict,
    seen: u64,
}

/// Everything that was read before.
#[derive(Debug, Default)]
pub(crate) struct Store {
    pub(super) sources: Sources,
    places: HashMap<String, SourceId>,
    texts: HashMap<String, Kept>,
    verdicts: HashMap<String, Judged>,
    /// What declarations say.
    parsed: HashMap<SourceId, Arc<Parsed>>,
    /// The sums of files that certificates name.
    sums: HashMap<String, (Stamp, bool, Vec<String>)>,
    /// What was loaded last.
    last: Last,
    /// Whether there will be a next time.
    stays: bool,
    /// How often the folder was walked.
    turn: u64,
    /// Whether it was for what is loaded now, so that files may have gone that nobody told of.
    walked: bool,
    /// Of all texts and files, with their names.
    fingerprint: u64,
}

fn of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Store {
    /// Equal for equal contents, as far as texts, files and their names go.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Takes what came into the fingerprint, and what went out of it: the order of files does not matter, so that the sum
    /// of theirs will do.
    fn count(&mut self, came: u64, went: u64) {
        self.fingerprint = self.fingerprint.wrapping_add(came).wrapping_sub(went);
    }

    /// Begins to load once more; hands out what was loaded last, to be given back at the end.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn begin(&mut self, root: &Path) -> anyhow::Result<Last> {
        let mut last = std::mem::take(&mut self.last);
        self.walked = !last.stands.tree;
        if self.walked {
            self.turn += 1;
            let mut problems = Vec::new();
            let tree = walk::walk(root, &mut problems)?;
            last.walked(tree, problems);
        }
        Ok(last)
    }

    /// Ends, and lets go of files that are there no longer.
    pub(super) fn end(&mut self, last: Last) {
        if self.walked {
            self.let_go();
        }
        if self.stays {
            self.last = last;
        }
    }

    fn let_go(&mut self) {
        let (turn, mut went) = (self.turn, 0_u64);
        let mut stays = |seen: u64, counted: u64| {
            let stays = seen == turn;
            went = went.wrapping_add(if stays { 0 } else { counted });
            stays
        };
        self.texts.retain(|_, kept| stays(kept.seen, kept.fingerprint));
        self.verdicts.retain(|path, judged| stays(judged.seen, of(&(path, judged.stamp))));
        self.count(0, went);
    }

    /// A store for a site that is loaded again and again.
    pub(crate) fn staying() -> Self {
        Self { stays: true, ..Self::default() }
    }

    /// Whether there will be a next time.
    pub(super) fn stays(&self) -> bool {
        self.stays
    }

    /// Looks at all files anew next time.
    pub(crate) fn look_again(&mut self) {
        self.last.stands = Stands::default();
    }

    /// Reads these files of the site at `root` anew next time, whatever their stamps say.
    pub(crate) fn forget<'p>(&mut self, root: &Path, changed: impl Iterator<Item = &'p Path>) {
        for path in changed {
            let name = walk::relative(path, root);
            let text = self.texts.remove(&name).map_or(0, |kept| kept.fingerprint);
            let file = self.verdicts.remove(&name).map_or(0, |judged| of(&(&name, judged.stamp)));
            self.count(0, text.wrapping_add(file));
            self.sums.remove(&name);
            self.last.touch(&name, path);
        }
    }

    /// The text of a file, if it was read and is still the same.
    pub(super) fn kept(&mut self, found: &Found) -> Option<&mut Kept> {
        let turn = self.turn;
        let kept = self.texts.get_mut(&found.path).filter(|kept| kept.stamp == found.stamp)?;
        kept.seen = turn;
        Some(kept)
    }

    /// Keeps what was read of a file.
    pub(super) fn keep(&mut self, found: &Found, source: Option<SourceId>, messages: Vec<Diagnostic>) {
        let text = source.map(|source| self.sources.get(source).text());
        let fingerprint = of(&(&found.path, text));
        let kept = Kept { stamp: found.stamp, source, fingerprint, messages, read: None, seen: self.turn };
        let before = self.texts.insert(found.path.clone(), kept).map_or(0, |kept| kept.fingerprint);
        self.count(fingerprint, before);
    }

    /// What a declaration says, if it was parsed and is still the same.
    pub(super) fn parsed(&self, id: SourceId, text: &str) -> Option<Arc<Parsed>> {
        self.parsed.get(&id).filter(|parsed| *parsed.text == *text).map(Arc::clone)
    }

    /// Keeps what a declaration says, if there will be a next time.
    pub(super) fn keep_parsed(&mut self, id: SourceId, parsed: Parsed) -> Arc<Parsed> {
        let parsed = Arc::new(parsed);
        if self.stays {
            self.parsed.insert(id, Arc::clone(&parsed));
        }
        parsed
    }

    /// What was said of a file that is published as it is, if it is still the same.
    pub(super) fn verdict(&mut self, found: &Found, shelf: Shelf) -> Option<Verdict> {
        let same = |judged: &&mut Judged| judged.stamp == found.stamp && judged.shelf == shelf;
        let judged = self.verdicts.get_mut(&found.path).filter(same)?;
        judged.seen = self.turn;
        Some(judged.verdict.clone())
    }

    /// Keeps what was said of a file.
    pub(super) fn judged(&mut self, found: &Found, shelf: Shelf, verdict: Verdict) {
        let judged = Judged { stamp: found.stamp, shelf, verdict, seen: self.turn };
        let counted = |judged: &Judged| of(&(&found.path, judged.stamp));
        let came = counted(&judged);
        let before = self.verdicts.insert(found.path.clone(), judged);
        self.count(came, before.as_ref().map_or(0, counted));
    }

    /// The sums that stand for what is published of a file, made anew where that is another; none when it cannot be read.
    pub(super) fn sums(&mut self, found: &Found, nameless: bool) -> Option<Vec<String>> {
        let same = |(stamp, how, _): &&(Stamp, bool, Vec<String>)| *stamp == found.stamp && *how == nameless;
        if let Some((.., sums)) = self.sums.get(&found.path).filter(same) {
            return Some(sums.clone());
        }
        let sums = of_alike(&found.disk, nameless).ok()?;
        self.sums.insert(found.path.clone(), (found.stamp, nameless, sums.clone()));
        Some(sums)
    }

    /// The place of a path among the sources.
    pub(super) fn place(&self, path: &str) -> Option<SourceId> {
        self.places.get(path).copied()
    }

    /// Puts a text among the sources, where the last text of this path was.
    pub(super) fn add(&mut self, path: &str, text: impl Into<Arc<str>>) -> SourceId {
        let text = text.into();
        if let Some(id) = self.places.get(path) {
            self.sources.replace(*id, text);
            return *id;
        }
        let id = self.sources.add(path, text);
        self.places.insert(path.to_owned(), id);
        id
    }

    /// Has all documents read anew.
    pub(super) fn read_again(&mut self) {
        self.texts.values_mut().for_each(|kept| kept.read = None);
    }
}

//! What was loaded last, and how much of it still stands.

use std::path::Path;
use std::sync::Arc;

use super::declared::Declared;
use super::document::{Documents, Read};
use super::flat::Flat;
use super::tree::{Files, Sort, Tree};
use super::walk;
use crate::diagnostic::Diagnostic;

/// What was loaded last. What turns out to be the same as before is kept as the same value, so that the next stage need
/// not compare it.
#[derive(Debug, Default)]
pub(super) struct Last {
    /// The files of the folder.
    pub(super) tree: Tree,
    /// What was said of them.
    pub(super) problems: Vec<Diagnostic>,
    /// The documents of each file of the tree; none where they are to be read.
    pub(super) documents: Vec<Option<Arc<Read>>>,
    /// The same, put together; none when files came or went.
    flat: Option<Flat>,
    /// What documents are read by.
    pub(super) declared: Option<Arc<Declared>>,
    /// The files that are published as they are.
    pub(super) files: Option<Files>,
    /// What of all this is known to be so still.
    pub(super) stands: Stands,
}

/// What is known to be as it was.
#[derive(Debug, Default)]
pub(super) struct Stands {
    /// Which files there are.
    pub(super) tree: bool,
    /// Settings, theme, kinds and vocabularies.
    pub(super) declared: bool,
    /// The files of the theme.
    pub(super) theme: bool,
    /// The files that are published as they are.
    pub(super) files: bool,
}

impl Last {
    /// Says that what lies at a place on disk may be another than it was. What is not as simple as a changed file, or a
    /// document that came or went beside others, is for the walk to find.
    pub(super) fn touch(&mut self, path: &str, disk: &Path) {
        if !self.follow(path, disk) {
            self.stands = Stands::default();
        }
    }

    /// Takes note of a change, if that is simple enough.
    fn follow(&mut self, path: &str, disk: &Path) -> bool {
        if self.tree.has_link_to(path, disk) {
            return false;
        }
        let Some((sort, found)) = self.tree.find(path) else { return self.came(path, disk) };
        if !walk::renew(found, disk) {
            let gone = matches!(sort, Sort::Document(_)) && walk::is_gone(&found.disk);
            return gone && self.went(path);
        }
        match sort {
            Sort::Document(at) => self.documents.get_mut(at).into_iter().for_each(|read| *read = None),
            Sort::Declaration => self.stands.declared = false,
            Sort::Published => self.stands.files = false,
            Sort::Lock => {}
        }
        true
    }

    /// Something that was not known: a document, or what editors write and take away again.
    fn came(&mut self, path: &str, disk: &Path) -> bool {
        if walk::is_gone(disk) {
            // Of themes nothing is known here, and what the walk said of a file goes with it.
            return path.starts_with("content/") && !self.tree.has_below(path) && !self.told_of(path);
        }
        let Some(at) = walk::met(path, disk).and_then(|found| self.tree.join(found)) else { return false };
        self.documents.insert(at, None);
        self.flat = None;
        true
    }

    /// Whether the walk had something to say of what has this path, or of something in it.
    fn told_of(&self, path: &str) -> bool {
        let inside =
            |told: &str| told.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.problems.iter().filter_map(|problem| problem.path.as_deref()).any(inside)
    }

    fn went(&mut self, path: &str) -> bool {
        let Some(at) = self.tree.part(path) else { return false };
        self.documents.remove(at);
        self.flat = None;
        true
    }

    /// Takes the files of the folder as they were met anew.
    pub(super) fn walked(&mut self, tree: Tree, problems: Vec<Diagnostic>) {
        self.documents = vec![None; tree.documents.len()];
        self.flat = None;
        (self.tree, self.problems) = (tree, problems);
        self.stands = Stands { tree: true, ..Stands::default() };
    }

    /// All documents, put together when some files were read anew, and what there is to say of them.
    pub(super) fn all(&mut self, anew: &[usize]) -> (Documents, Vec<Diagnostic>) {
        let kept = self.flat.take().and_then(|mut flat| flat.follow(anew, &self.documents).then_some(flat));
        let flat = kept.unwrap_or_else(|| Flat::of(&self.documents));
        let all = (flat.documents.clone(), flat.messages(&self.documents).cloned().collect());
        self.flat = Some(flat);
        all
    }

    /// Takes what documents are read by. Where kinds are others, documents look different.
    pub(super) fn declared(&mut self, declared: &Arc<Declared>) -> bool {
        let alike = self.declared.as_ref().is_some_and(|before| before.has_kinds_of(declared));
        if !alike {
            self.documents.fill(None);
        }
        self.declared = Some(Arc::clone(declared));
        (self.stands.declared, self.stands.theme) = (true, true);
        alike
    }
}

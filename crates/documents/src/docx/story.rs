//! What is known while a document is read: its lists so far, its fields, its notes and pictures, what was left out.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::counter::Counter;
use super::fields::Fields;
use super::numbering::Numbering;
use super::styles::Styles;
use super::word::{attribute, is};
use crate::model::{LeftOut, Note, Reason};
use crate::ooxml::Wanted;
use crate::package::Relations;

/// Words of one thing that was left out are kept up to here.
const LONGEST: usize = 2000;

/// The reading of one document.
pub(super) struct Story<'a, 'i> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a Numbering,
    pub(super) relations: &'a Relations,
    pub(super) counter: Counter,
    pub(super) fields: Fields,
    notes: Notes<'a, 'i>,
    mentioned: Vec<(&'static str, String)>,
    wanted: Wanted,
    left_out: Vec<LeftOut>,
}

/// The texts of notes, by the part and the id.
#[derive(Default)]
pub(super) struct Notes<'a, 'i>(BTreeMap<(&'static str, String), Node<'a, 'i>>);

impl<'a, 'i> Notes<'a, 'i> {
    /// Those of the two parts.
    pub(super) fn of(foot: Option<&'a Document<'i>>, end: Option<&'a Document<'i>>) -> Self {
        let mut all = BTreeMap::new();
        for (part, name, tree) in [("footnotes", "footnote", foot), ("endnotes", "endnote", end)] {
            let Some(tree) = tree else { continue };
            for node in tree.root_element().children().filter(|node| is(*node, name)) {
                all.extend(attribute(node, "id").map(|id| ((part, id.to_owned()), node)));
            }
        }
        Self(all)
    }
}

impl<'a, 'i> Story<'a, 'i> {
    /// Nothing is read yet.
    pub(super) fn new(
        styles: &'a Styles,
        numbering: &'a Numbering,
        relations: &'a Relations,
        notes: Notes<'a, 'i>,
    ) -> Self {
        Self {
            styles,
            numbering,
            relations,
            counter: Counter::default(),
            fields: Fields::default(),
            notes,
            mentioned: Vec::new(),
            wanted: Wanted::default(),
            left_out: Vec::new(),
        }
    }

    /// Lists something that is not read; what has no words is nothing.
    pub(super) fn leave(&mut self, reason: Reason, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        // The runs of one deletion are told as one.
        match self.left_out.last_mut() {
            Some(last) if last.reason == reason && reason != Reason::Object && last.text.len() < LONGEST => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            _ => self.left_out.push(LeftOut { reason, text: text.to_owned() }),
        }
    }

    /// Where a note is mentioned: its number among the notes, from 0. `None` for the note of nothing.
    pub(super) fn mention(&mut self, part: &'static str, id: &str) -> Option<usize> {
        let key = (part, id.to_owned());
        self.notes.0.get(&key)?;
        let known = self.mentioned.iter().position(|one| *one == key);
        Some(known.unwrap_or_else(|| {
            self.mentioned.push(key);
            self.mentioned.len() - 1
        }))
    }

    /// A picture is shown: its number among the pictures.
    pub(super) fn show(&mut self, part: &str, description: &str) -> usize {
        self.wanted.show(part, description)
    }

    /// The texts of the notes that are mentioned; notes in notes come after them.
    pub(super) fn told_notes(&mut self, relations: &'a BTreeMap<&'static str, Relations>) -> Vec<Note> {
        let own = self.relations;
        let mut out = Vec::new();
        while let Some((part, id)) = self.mentioned.get(out.len()).cloned() {
            let node = self.notes.0.get(&(part, id)).copied();
            self.relations = relations.get(part).unwrap_or(own);
            self.fields = Fields::default();
            let blocks = node.map(|node| self.blocks(node)).unwrap_or_default();
            out.push(Note { blocks });
        }
        self.relations = own;
        out
    }

    /// The pictures that are shown.
    pub(super) fn wanted(&mut self) -> Wanted {
        std::mem::take(&mut self.wanted)
    }

    /// What was left out.
    pub(super) fn left_out(&mut self) -> Vec<LeftOut> {
        std::mem::take(&mut self.left_out)
    }
}

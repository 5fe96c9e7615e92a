//! Reading declarations: the theme's files first, then the site's own, which extend or replace them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Schema;
use super::facets::OWN;
use crate::address::{Fault, UrlPath, is_name};
use crate::diagnostic::Diagnostic;
use crate::field::{Fields, field_at, unknown_name};
use crate::source::Span;
use crate::yaml::{Node, Settings, setting};

/// The parsed files of declarations, the theme's before the site's.
#[derive(Debug, Default)]
pub(crate) struct Declarations {
    /// The fields that all kinds have.
    pub(crate) common: Vec<Arc<Node>>,
    /// Kinds.
    pub(crate) kinds: Vec<Arc<Node>>,
    /// Vocabularies.
    pub(crate) vocabularies: Vec<Arc<Node>>,
    /// Groups of synonyms.
    pub(crate) synonyms: Vec<Arc<Node>>,
    /// What the theme declares beside these.
    pub(crate) look: Option<Arc<Node>>,
}

/// Turns declarations into a schema.
pub(crate) fn read(declared: &Declarations) -> (Schema, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    for node in &declared.vocabularies {
        reader.vocabulary(node);
    }
    reader.schema.vocabularies.sort_by(|a, b| a.id.cmp(&b.id));
    reader.kind_ids =
        declared.kinds.iter().filter_map(|node| Some(setting(node, "kind")?.text()?.to_owned())).collect();
    for node in &declared.common {
        let fields = reader.fields(setting(node, "fields"), Fields::default());
        fields.iter().for_each(|field| reader.common.put(field.clone()));
        if let Some(facets) = setting(node, "facets") {
            let named =
                facets.items().iter().filter_map(|item| Some((item.text()?.trim().to_owned(), item.span)));
            reader.leading = named.collect();
        }
    }
    for node in &declared.kinds {
        reader.kind(node);
    }
    reader.schema.kinds.sort_by(|a, b| a.id.cmp(&b.id));
    reader.leading_facets();
    reader.behaviours();
    for node in &declared.synonyms {
        reader.synonyms(node);
    }
    if let Some(node) = &declared.look {
        reader.look(node);
    }
    (reader.schema, reader.problems)
}

/// What was read so far. Vocabularies, kinds and fields have a file each.
#[derive(Default)]
pub(super) struct Reader {
    /// What is declared.
    pub(super) schema: Schema,
    /// What stands under `behaviours:` of each kind. It is resolved when the fields of all kinds are known.
    pub(super) behaviours: BTreeMap<String, Node>,
    /// The fields that all kinds have.
    pub(super) common: Fields,
    /// The facets that lead on the search page. Fields are looked for when those of all kinds are known.
    leading: Vec<(String, Span)>,
    /// The names of all kinds, so that fields may point to those that come later.
    pub(super) kind_ids: Vec<String>,
    /// What is wrong.
    pub(super) problems: Vec<Diagnostic>,
}

impl Reader {
    /// Reads the facets that lead on the search page, and reports those that no kind has.
    fn leading_facets(&mut self) {
        for (name, span) in std::mem::take(&mut self.leading) {
            let kinds = &self.schema.kinds;
            if OWN.contains(&name.as_str())
                || kinds.iter().any(|kind| field_at(&kind.fields, &name).is_some())
            {
                self.schema.leading_facets.push(name);
                continue;
            }
            let fields = kinds.iter().flat_map(|kind| kind.fields.iter().map(|field| field.name.as_str()));
            let known: BTreeSet<&str> = fields.chain(OWN).collect();
            let known: Vec<&str> = known.into_iter().collect();
            self.problems.push(unknown_name(span, &name, "field", &known));
        }
    }

    /// Reads groups of words that search takes for each other.
    fn synonyms(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let words =
            |group: &Node| group.items().iter().filter_map(|word| word.text().map(str::to_owned)).collect();
        for (name, groups) in [("groups", &mut self.schema.synonyms), ("near", &mut self.schema.near)] {
            groups.extend(settings.node(name).map_or(&[][..], Node::items).iter().map(words));
        }
        self.problems.extend(settings.finish());
    }

    /// The name of a kind or of a vocabulary: folders, addresses and templates are called by it.
    pub(super) fn name(&self, settings: &mut Settings<'_>, key: &'static str) -> String {
        let written = settings.required(key);
        if let Some(node) = settings.node(key).filter(|_| !written.is_empty() && !is_name(&written)) {
            settings.invalid(node.span, key, "help-id");
        }
        written
    }

    /// A pattern of addresses as it is written, once it is known that addresses come of it.
    pub(super) fn address(
        &mut self,
        node: Option<&Node>,
        check: impl Fn(&str) -> Result<UrlPath, Fault>,
    ) -> Option<String> {
        let node = node?;
        let written = node.text().unwrap_or_default();
        match check(written) {
            Ok(_) => Some(format!("/{}", written.trim().trim_start_matches('/'))),
            Err(fault) => {
                self.problems.push(fault.at(node.span, written));
                None
            }
        }
    }

    /// Reports a name that there is not.
    pub(super) fn unknown(&mut self, span: Span, name: &str, what: &'static str, known: &[&str]) {
        self.problems.push(unknown_name(span, name, what, known));
    }
}

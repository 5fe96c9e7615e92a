//! Reading declarations of vocabularies.

use super::read::Reader;
use crate::address::{Fault, UrlPath, is_name};
use crate::markup::slug;
use crate::vocabulary::{Term, TermState, Vocabulary};
use crate::yaml::{Node, Settings, setting};

impl Reader {
    /// Reads a vocabulary over one of the same name.
    pub(super) fn vocabulary(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let id = self.name(&mut settings, "vocabulary");
        let label = settings.text("label");
        let known = self.schema.vocabularies.iter().position(|vocabulary| vocabulary.id == id);
        let mut vocabulary = match known {
            Some(at) => self.schema.vocabularies.remove(at),
            None => Vocabulary::new(id.clone(), id),
        };
        vocabulary.label = label.unwrap_or(vocabulary.label);
        vocabulary.address = self.address(settings.node("address"), of_terms).or(vocabulary.address);
        vocabulary.span = settings.node("address").map(|node| node.span).or(vocabulary.span);
        vocabulary.open |= settings.flag("open");
        for item in settings.node("terms").map_or(&[][..], Node::items) {
            if let Some(term) = self.term(item) {
                vocabulary.put(term);
            }
        }
        self.schema.vocabularies.push(vocabulary);
        self.problems.extend(settings.finish());
    }

    /// Reads a term: its label, or a mapping.
    fn term(&mut self, node: &Node) -> Option<Term> {
        if let Some(label) = node.text() {
            let id = slug(label);
            return Some(Term { id, label: label.to_owned(), aliases: Vec::new(), state: None });
        }
        let mut settings = Settings::with_names(node, &[("label", &["название", "значение"])]);
        let label = settings.required("label");
        let id = settings.checked("id", is_name, "help-id").unwrap_or_else(|| slug(&label));
        let aliases = settings.texts("aliases");
        let state = settings.text("state").and_then(|word| TermState::parse(&word));
        if let (Some(node), None) = (setting(node, "state"), state) {
            settings.invalid(node.span, "state", "help-state");
        }
        self.problems.extend(settings.finish());
        (!label.is_empty()).then_some(Term { id, label, aliases, state })
    }
}

/// The pattern of a vocabulary's addresses: without the id all terms would have one.
fn of_terms(written: &str) -> Result<UrlPath, Fault> {
    if written.contains("{id}") { UrlPath::pattern(written) } else { Err(Fault::NoId) }
}

//! Values chosen from what there is: terms of vocabularies and other documents.

use super::{Typing, foreign};
use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::slug;
use crate::model::{PageId, Relation, Value};
use crate::schema::{Field, KindIndex, TermRef, VocabularyIndex};
use crate::source::Span;
use crate::yaml::{Node, Yaml};

pub(crate) const TERM_UNKNOWN: RuleId = RuleId("term-unknown");
pub(crate) const RELATION_UNKNOWN: RuleId = RuleId("relation-unknown");
pub(crate) const RELATION_WRONG_KIND: RuleId = RuleId("relation-wrong-kind");

impl Typing<'_> {
    /// Types a value of a vocabulary.
    pub(super) fn term(
        &mut self,
        text: &str,
        span: Span,
        field: &Field,
        index: VocabularyIndex,
    ) -> Option<Value> {
        let vocabulary = self.context.schema.vocabulary(index);
        if let Some(term) = vocabulary.find(text) {
            return Some(Value::Term(TermRef { vocabulary: index, term }));
        }
        let problem = Diagnostic::error(TERM_UNKNOWN).at(span).arg("value", text).arg("field", &field.label);
        let problem = problem.arg("vocabulary", &vocabulary.id);
        let (right, letters) = foreign(text);
        if right.is_some_and(|right| vocabulary.find(&right).is_some()) {
            self.problems.push(problem.arg("letters", letters).help("help-foreign"));
            return None;
        }
        self.problems.push(match vocabulary.nearest(text) {
            Some(similar) => problem.arg("similar", similar).help("help-similar"),
            None => {
                let known = vocabulary.terms.iter().map(|term| term.label.as_str());
                problem.arg("known", several(known, "; ")).help("help")
            }
        });
        None
    }

    /// Types a pointer to another document.
    pub(super) fn relation(
        &mut self,
        node: &Node,
        field: &Field,
        to: &[String],
        or_text: bool,
    ) -> Option<Value> {
        let node = match &node.value {
            Yaml::Map(_) => node.get("id").unwrap_or(node),
            // `[[имя]]` is a list in a list to YAML.
            Yaml::List(items) if items.len() == 1 => items[0].items().first().unwrap_or(node),
            _ => node,
        };
        let Some(id) = node.text().map(str::trim) else {
            self.invalid(node.span, field);
            return None;
        };
        let id = id.trim_start_matches("[[").trim_end_matches("]]");
        match self.named(id, to) {
            Some((id, page, kind)) => {
                let kind = self.context.schema.kind(kind);
                if to.is_empty() || to.contains(&kind.id) {
                    return Some(Value::Relation(Relation { id: id.to_owned(), page: Some(page) }));
                }
                let wrong = Diagnostic::error(RELATION_WRONG_KIND).at(node.span).arg("id", id);
                let wrong = wrong.arg("kind", &kind.label).arg("field", &field.label);
                self.problems.push(wrong.arg("wanted", self.labels(to)).help("help"));
                None
            }
            // An id has no spaces: words with spaces are a name in plain text.
            None if or_text && (id.contains(' ') || !id.is_ascii()) => Some(Value::Text(id.to_owned())),
            None => {
                self.unknown_document(id, node.span, field, to, or_text);
                None
            }
        }
    }

    /// A document by its name, by the name of its file, by words that make its name, or by its title where one
    /// document of the wanted kinds has it.
    pub(super) fn named(&self, written: &str, to: &[String]) -> Option<(&str, PageId, KindIndex)> {
        let (names, schema) = (self.context.names, self.context.schema);
        let fits = |kind: KindIndex| to.is_empty() || to.contains(&schema.kind(kind).id);
        let named = names.find(written).or_else(|| names.find(&slug(written.trim_end_matches(".md"))));
        named.filter(|found| fits(found.2)).or_else(|| names.titled(written, fits)).or(named)
    }

    fn unknown_document(&mut self, id: &str, span: Span, field: &Field, to: &[String], or_text: bool) {
        let schema = self.context.schema;
        let fits = |kind: &str| to.is_empty() || to.iter().any(|wanted| wanted == kind);
        let similar = self.context.names.nearest(id, |kind| fits(&schema.kind(kind).id));
        let problem = Diagnostic::error(RELATION_UNKNOWN).at(span).arg("id", id).arg("field", &field.label);
        let folders: Vec<String> = schema
            .kinds
            .iter()
            .filter(|kind| fits(&kind.id))
            .map(|kind| format!("content/{}/", kind.folder))
            .collect();
        let problem = problem.arg("folders", folders.join(", "));
        let problem = match similar {
            Some(similar) => problem.arg("similar", similar).help("help-similar"),
            None => problem.help("help"),
        };
        self.problems.push(if or_text { problem.help("help-text") } else { problem });
    }

    fn labels(&self, kinds: &[String]) -> String {
        let schema = self.context.schema;
        let found = kinds
            .iter()
            .filter_map(|id| schema.kind_named(id))
            .map(|index| schema.kind(index).label.as_str());
        found.collect::<Vec<_>>().join(", ")
    }
}

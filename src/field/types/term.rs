//! `term`: a value of a vocabulary.

use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::bounds::text_of;
use crate::field::foreign::{mended, warn};
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::source::Span;
use crate::vocabulary::{TermRef, Vocabulary, VocabularyIndex};
use crate::yaml::Node;

/// A value that its list does not have.
pub(in crate::field) const TERM_UNKNOWN: RuleId = RuleId("term-unknown");

pub(super) const ENTRY: TypeEntry = ("term", |declared| Some(FieldType::new(Term(declared.vocabulary()?))));

#[derive(Debug)]
struct Term(VocabularyIndex);

impl Type for Term {
    fn name(&self) -> &'static str {
        "term"
    }

    fn help(&self) -> &'static str {
        "help-single"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let text = text_of(node, field, reader)?;
        let terms = reader.context().terms;
        match terms.find(self.0, text) {
            Some(term) => {
                // Beside «школа» another label, «шкoла», would get pages of its own.
                if terms.is_open(self.0) {
                    warn(node, reader);
                }
                Some(Value::new(Chosen(TermRef { vocabulary: self.0, term })))
            }
            None => {
                reader.report(unknown(text, node.span, field, terms.all(self.0)));
                None
            }
        }
    }

    fn splits(&self) -> bool {
        true
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        context.terms.find(self.0, text).is_some()
    }

    fn vocabulary(&self) -> Option<VocabularyIndex> {
        Some(self.0)
    }
}

/// A message about a value that the vocabulary does not have.
fn unknown(text: &str, span: Span, field: &Field, vocabulary: &Vocabulary) -> Diagnostic {
    let problem = Diagnostic::error(TERM_UNKNOWN).at(span).arg("value", text).arg("field", &field.label);
    let problem = problem.arg("vocabulary", &vocabulary.id);
    let (right, letters) = mended(text);
    if right.is_some_and(|right| vocabulary.find(&right).is_some()) {
        return problem.arg("letters", letters).help("help-foreign");
    }
    match vocabulary.nearest(text) {
        Some(similar) => problem.arg("similar", similar).help("help-similar"),
        None => {
            let known = vocabulary.terms.iter().map(|term| term.label.as_str());
            problem.arg("known", several(known, "; ")).help("help")
        }
    }
}

/// A value of a vocabulary.
#[derive(Debug)]
struct Chosen(TermRef);

impl Datum for Chosen {
    fn plain(&self) -> Plain<'_> {
        Plain::Term(self.0)
    }

    /// As the vocabulary declares them.
    #[expect(clippy::cast_precision_loss, reason = "far fewer terms than that")]
    fn order(&self) -> Option<Order> {
        Some(Order::Number(self.0.term.0 as f64))
    }

    fn is(&self, wanted: &str, lookup: &dyn Lookup) -> bool {
        lookup.vocabulary(self.0.vocabulary).find(wanted) == Some(self.0.term)
    }

    fn label(&self, lookup: &dyn Lookup) -> String {
        lookup.vocabulary(self.0.vocabulary).terms[self.0.term.0].label.clone()
    }

    fn keywords(&self, lookup: &dyn Lookup, found: &mut Vec<String>) {
        found.extend(lookup.vocabulary(self.0.vocabulary).terms[self.0.term.0].aliases.iter().cloned());
    }

    fn term(&self) -> Option<TermRef> {
        Some(self.0)
    }
}

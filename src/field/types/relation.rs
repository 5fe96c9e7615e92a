//! `relation`: another document, or words where there is none.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{
    Context, Datum, Field, FieldType, Lookup, Order, PageId, Plain, Reader, Type, TypeEntry, Value,
};
use crate::source::Span;
use crate::text::{key, unquoted};
use crate::yaml::{Node, Yaml};

const RELATION_UNKNOWN: RuleId = RuleId("relation-unknown");
const RELATION_WRONG_KIND: RuleId = RuleId("relation-wrong-kind");

pub(super) const ENTRY: TypeEntry = ("relation", |declared| {
    Some(FieldType::new(Relation { to: declared.kinds(), or_text: declared.or_text() }))
});

#[derive(Debug)]
struct Relation {
    /// Ids of the kinds it may be of; any when empty.
    to: Vec<String>,
    /// Whether plain text is accepted where no document exists.
    or_text: bool,
}

impl Type for Relation {
    fn name(&self) -> &'static str {
        "relation"
    }

    fn help(&self) -> &'static str {
        "help-single"
    }

    fn takes_words(&self) -> bool {
        self.or_text
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let node = match &node.value {
            Yaml::Map(_) => node.get("id").unwrap_or(node),
            // `[[имя]]` is a list in a list to YAML.
            Yaml::List(items) if items.len() == 1 => items[0].items().first().unwrap_or(node),
            _ => node,
        };
        let Some(id) = node.text().map(str::trim) else {
            reader.invalid(node.span, field);
            return None;
        };
        let id = id.trim_start_matches("[[").trim_end_matches("]]");
        let context = reader.context();
        let named = |id: &str| context.documents.find(id, &self.to);
        match named(id).or_else(|| named(&bare(id))) {
            Some(found) if found.fits => {
                Some(Value::new(Pointer { id: found.name.to_owned(), page: found.page }))
            }
            Some(found) => {
                let wrong = Diagnostic::error(RELATION_WRONG_KIND).at(node.span).arg("id", found.name);
                let wrong = wrong.arg("kind", found.kind).arg("field", &field.label);
                reader.report(wrong.arg("wanted", context.documents.labels(&self.to)).help("help"));
                None
            }
            // An id has no spaces: words with spaces are a name in plain text.
            None if self.or_text && (id.contains(' ') || !id.is_ascii()) => {
                Some(Value::new(Unlisted(id.to_owned())))
            }
            None => {
                reader.report(self.unknown(id, node.span, field, &context));
                None
            }
        }
    }

    fn splits(&self) -> bool {
        !self.or_text
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        self.or_text || context.documents.find(text.trim(), &self.to).is_some()
    }

    fn targets(&self) -> Option<&[String]> {
        Some(&self.to)
    }
}

/// A name without what people put around it: «РМО математики», `content/associations/rmo.md`,
/// `https://imc.example/associations/rmo/`, `[РМО](rmo.md)`.
fn bare(written: &str) -> String {
    let target = written.rsplit_once("](").map_or(written, |(_, target)| target.trim_end_matches(')'));
    if target.contains('/') && !target.contains(' ') {
        let last = target.trim_end_matches('/').rsplit('/').next().unwrap_or(target);
        return last.trim_end_matches(".html").to_owned();
    }
    unquoted(target).trim_end_matches(['.', ';']).to_owned()
}

impl Relation {
    /// A message about a document that is not there.
    fn unknown(&self, id: &str, span: Span, field: &Field, context: &Context<'_>) -> Diagnostic {
        let problem = Diagnostic::error(RELATION_UNKNOWN).at(span).arg("id", id).arg("field", &field.label);
        let problem = problem.arg("folders", context.documents.folders(&self.to));
        let problem = match context.documents.nearest(id, &self.to) {
            Some(similar) => problem.arg("similar", similar).help("help-similar"),
            None => problem.help("help"),
        };
        if self.or_text { problem.help("help-text") } else { problem }
    }
}

/// A pointer to a page.
#[derive(Debug)]
struct Pointer {
    id: String,
    page: PageId,
}

impl Datum for Pointer {
    fn plain(&self) -> Plain<'_> {
        Plain::Page(self.page)
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(self.id.clone()))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.id == wanted
    }

    fn label(&self, lookup: &dyn Lookup) -> String {
        lookup.title(self.page).unwrap_or_default().to_owned()
    }

    /// The titles of other pages are not the words of this one.
    fn words(&self, _lookup: &dyn Lookup) -> String {
        String::new()
    }

    fn page(&self) -> Option<PageId> {
        Some(self.page)
    }
}

/// What could have a page and is named by words.
#[derive(Debug)]
struct Unlisted(String);

impl Datum for Unlisted {
    fn plain(&self) -> Plain<'_> {
        Plain::Named(&self.0)
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(key(&self.0)))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.0 == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.0.clone()
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

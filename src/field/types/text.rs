//! `text`: a line of text.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::bounds::scalar;
use crate::field::foreign;
use crate::field::{Context, Datum, Field, FieldType, Lookup, Order, Plain, Reader, Type, TypeEntry, Value};
use crate::text::key;
use crate::yaml::Node;

const TEXT_MARKED: RuleId = RuleId("text-marked");

pub(super) const ENTRY: TypeEntry = ("text", |_| Some(FieldType::new(Text)));

#[derive(Debug)]
struct Text;

impl Type for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn help(&self) -> &'static str {
        "help-text"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let value = scalar(node, field, reader, |text| Some(Value::new(Words(text.to_owned()))));
        if let Some(mark) = node.text().and_then(mark) {
            let marked = Diagnostic::warning(TEXT_MARKED).at(node.span).arg("field", &field.label);
            reader.report(marked.arg("mark", mark).help("help"));
        }
        foreign::warn(node, reader);
        value
    }

    fn fits(&self, _text: &str, _context: &Context<'_>) -> bool {
        true
    }

    fn is_wordy(&self) -> bool {
        true
    }
}

/// The first mark of formatting in a text that is shown as it is: `**важно**`, `[слова](адрес)`, `[[имя]]`, `<br>`,
/// `# Заголовок`.
fn mark(text: &str) -> Option<&str> {
    let between = |open: &str, close: &str| {
        let start = text.find(open)?;
        let inside = &text[start + open.len()..];
        let end = inside.find(close).filter(|end| *end > 0 && !inside.starts_with(' '))?;
        Some(&text[start..start + open.len() + end + close.len()])
    };
    let link = || {
        let middle = text.find("](")?;
        let (start, end) = (text[..middle].rfind('[')?, text[middle..].find(')')?);
        Some(&text[start..=middle + end])
    };
    let tag = || {
        let tags = text.match_indices('<').filter_map(|(start, _)| {
            let end = text[start..].find('>')?;
            Some(&text[start..=start + end])
        });
        let named = |tag: &&str| {
            let name = tag.trim_matches(['<', '>', '/', ' ']).split([' ', '/']).next().unwrap_or_default();
            TAGS.contains(&name.to_ascii_lowercase().as_str())
        };
        tags.take(MOST_TAGS).find(named)
    };
    let heading =
        || text.starts_with("# ").then_some("#").or_else(|| text.starts_with("## ").then_some("##"));
    between("**", "**").or_else(|| between("[[", "]]")).or_else(link).or_else(tag).or_else(heading)
}

/// Tags that people write into texts.
const TAGS: [&str; 14] =
    ["br", "b", "i", "u", "p", "strong", "em", "a", "span", "div", "font", "center", "sup", "sub"];
/// So many signs `<` of a text are looked at.
const MOST_TAGS: usize = 8;

/// A line of text.
#[derive(Debug)]
struct Words(String);

impl Datum for Words {
    fn plain(&self) -> Plain<'_> {
        Plain::Text(Cow::Borrowed(&self.0))
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

    fn size(&self) -> Option<f64> {
        Some(self.0.chars().count() as f64)
    }

    fn is_lengthy(&self) -> bool {
        true
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

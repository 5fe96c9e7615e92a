//! `group`: fields inside a field, also where only one of them is meant and given by its value alone.

use super::period;
use crate::field::declared::invalid;
use crate::field::foreign::mended;
use crate::field::list::joined;
use crate::field::{
    Context, Datum, Field, FieldType, Fields, Lookup, Need, Plain, Reader, Type, TypeEntry, Value, Values,
};
use crate::text::key;
use crate::yaml::{Entry, Node, Yaml};

pub(super) const ENTRY: TypeEntry = ("group", |declared| Some(FieldType::new(Group(declared.fields()))));

#[derive(Debug)]
struct Group(Fields);

impl Type for Group {
    fn name(&self) -> &'static str {
        "group"
    }

    fn help(&self) -> &'static str {
        "help-group"
    }

    /// A mapping, or the value of the one field that it can stand for.
    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        if reader.cut_by_comma(node, field) {
            return None;
        }
        let alone = node.text().and_then(|text| meant(text, &self.0, &reader.context()));
        let entry = alone.map(|inner| Entry {
            key: inner.name.clone(),
            key_span: node.span,
            node: node.clone(),
            lone: false,
        });
        if alone.is_none() && field.need != Need::Required && node.text().is_some_and(is_none) {
            return None;
        }
        let pair = pair(&node.value, &self.0, &reader.context());
        let entries = match (&node.value, &entry) {
            (Yaml::Map(_), _) if let Some(pair) = &pair => pair.as_slice(),
            (Yaml::Map(entries), _) if strange(entries, &self.0) => {
                self.unreadable(node, field, reader);
                return None;
            }
            (Yaml::Map(entries), _) => entries.as_slice(),
            (_, Some(entry)) => std::slice::from_ref(entry),
            _ if node.text().is_some_and(|text| lacks_scheme(text, &self.0)) => {
                let whole = format!("https://{}", node.text().unwrap_or_default().trim());
                let problem = invalid(node.span, field).arg("type", "url");
                reader.report(problem.arg("similar", whole).help("help-url-whole"));
                return None;
            }
            _ => {
                self.unreadable(node, field, reader);
                return None;
            }
        };
        let head = entries.first().map_or(node.span, |entry| entry.key_span);
        let values = reader.group(entries, &self.0, head);
        let filled = self.0.iter().filter(|inner| values.contains_key(&inner.name));
        let order = filled.map(|inner| inner.name.clone()).collect();
        (!values.is_empty()).then(|| Value::new(Parts { values, order }))
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        meant(text, &self.0, context).is_some_and(|field| field.kind.fits(text, context))
    }

    fn fields(&self) -> Option<&Fields> {
        Some(&self.0)
    }
}

impl Group {
    /// Says how the fields inside are written.
    fn unreadable<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) {
        let names: Vec<&str> = self.0.iter().map(|inner| inner.label.as_str()).collect();
        let problem = invalid(node.span, field).arg("type", self.name());
        reader.report(problem.arg("fields", names.join(", ")).help(self.help()));
    }
}

/// «Регистрация: не нужна»: there is none.
fn is_none(text: &str) -> bool {
    const WORDS: [&str; 7] = ["нет", "не нужна", "не нужно", "не требуется", "не предусмотрена", "-", "—"];
    WORDS.contains(&key(text.trim_end_matches('.')).trim())
}

/// `{план.pdf: План}`: a value of the first field with the words of the second.
fn pair(value: &Yaml, fields: &Fields, context: &Context<'_>) -> Option<Vec<Entry>> {
    let Yaml::Map(entries) = value else { return None };
    let [entry] = entries.as_slice() else { return None };
    let (first, second) = (fields.iter().next()?, fields.iter().nth(1)?);
    let told = fields.find_key(&key(&entry.key)).is_none() && !first.kind.is_wordy();
    let meant = told && second.kind.is_wordy() && first.kind.fits(&entry.key, context);
    let named = Node { value: Yaml::Text(entry.key.clone()), span: entry.key_span };
    let made =
        |name: &str, node: Node| Entry { key: name.to_owned(), key_span: entry.key_span, node, lone: false };
    meant.then(|| vec![made(&first.name, named), made(&second.name, entry.node.clone())])
}

/// Whether no key of a mapping is a field or like one: what was meant is another thing altogether.
fn strange(entries: &[Entry], fields: &Fields) -> bool {
    let unlike = |entry: &Entry| {
        fields.find_key(&key(&entry.key)).or_else(|| fields.begun(&entry.key)).is_none()
            && fields.nearest(&entry.key).is_none()
            && mended(&entry.key).0.is_none()
    };
    !entries.is_empty() && entries.iter().all(unlike)
}

/// The field that a value alone stands for: the one that must be there; where none must, a contact by its looks,
/// else the first that such a value fits. Where more than one must be there, a value alone says too little.
fn meant<'f>(text: &str, fields: &'f Fields, context: &Context<'_>) -> Option<&'f Field> {
    let text = text.trim();
    let mut required = fields.iter().filter(|field| field.need == Need::Required);
    match (required.next(), required.next()) {
        (Some(only), None) => return Some(only),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    // «Приказ № 5 от 01.09.2026» holds what belongs into several fields.
    let dated = fields.iter().any(|field| field.kind.is_dated());
    if dated && text.contains("20") && ends_with_date(text, context) {
        return None;
    }
    let contact = fields.iter().find(|field| field.kind.is_contact(text));
    contact.or_else(|| {
        // Past a yes or no, which other words are not, it is unclear what they say about it.
        let up_to = |field: &&Field| field.kind.fits(text, context) || field.kind.is_flag();
        fields.iter().find(up_to).filter(|field| field.kind.fits(text, context))
    })
}

/// Whether a text would be an address of one of the fields with `https://` before it: `forms.example/zapis`.
fn lacks_scheme(text: &str, fields: &Fields) -> bool {
    let (text, mut fields) = (text.trim(), fields.iter());
    let host = text.split('/').next().unwrap_or_default();
    let looks = host.contains('.') && !text.contains([' ', '@', ':']);
    looks && fields.any(|field| field.kind.is_contact(&format!("https://{text}")))
}

/// Whether a text is more than a date and holds one at its end.
fn ends_with_date(text: &str, context: &Context<'_>) -> bool {
    // A date has a few words, and a text may have many.
    text.rmatch_indices(' ').take(8).any(|(at, _)| period::when(&text[at..], context.zone).is_ok())
}

/// The values of the fields inside.
#[derive(Debug)]
struct Parts {
    values: Values,
    /// The names of those that are filled, as they are declared.
    order: Vec<String>,
}

impl Parts {
    fn joined(&self, words: impl Fn(&Value) -> String) -> String {
        joined(self.order.iter().filter_map(|name| self.values.get(name)).map(|one| words(&one.value)), ", ")
    }
}

impl Datum for Parts {
    fn plain(&self) -> Plain<'_> {
        Plain::Fields(&self.values)
    }

    fn label(&self, lookup: &dyn Lookup) -> String {
        self.joined(|one| one.label(lookup))
    }

    fn words(&self, lookup: &dyn Lookup) -> String {
        self.joined(|one| one.words(lookup))
    }

    fn keywords(&self, lookup: &dyn Lookup, found: &mut Vec<String>) {
        self.values.values().for_each(|one| one.value.keywords(lookup, found));
    }

    fn fields(&self) -> Option<&Values> {
        Some(&self.values)
    }
}

//! The text of a new page: what must be there filled in, the rest behind `#` with its explanation.

use std::collections::BTreeMap;

use super::Interview;
use crate::address;
use crate::field::{Field, Fields, Need, known};
use crate::markup::slug;
use crate::schema::{Kind, Schema};
use crate::text::key;
use crate::yaml::scalar;

/// Fields of every page that an author fills in; the others of the engine's own are for those who look for them.
const USUAL: [&str; 3] = [known::SUMMARY, known::DATE, known::ATTACHMENTS];
/// How many values of a vocabulary a question names.
const NAMED: usize = 12;
/// Where remarks are broken, in characters.
const WIDTH: usize = 96;
/// The longest name of a file, in bytes: it becomes a part of the address.
const LONGEST_NAME: usize = 60;

/// The words that stand in the file itself, by their keys.
pub(crate) type Words<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// A page that was filled in.
#[derive(Debug)]
pub(crate) struct Filled {
    /// Its text.
    pub(crate) text: String,
    /// The labels of fields that must be there and were not answered: the page is a draft until they are.
    pub(crate) open: Vec<String>,
}

/// Fills in a page: takes what is given by the names of fields, asks what must be there, leaves the rest.
pub(crate) fn fill(
    (kind, schema): (&Kind, &Schema),
    title: &str,
    given: &BTreeMap<String, String>,
    who: &mut dyn Interview,
    words: Words<'_>,
) -> Filled {
    let mut answers = BTreeMap::new();
    let mut open = Vec::new();
    for field in kind.fields.iter().filter(|field| field.name != known::TITLE) {
        let given = given.get(&field.name).cloned();
        let answer = given.or_else(|| if is_asked(field) { ask(field, schema, who) } else { None });
        match answer.filter(|answer| !answer.is_empty()) {
            Some(answer) => {
                answers.insert(field.name.as_str(), value(field, &answer));
            }
            None if is_asked(field) => open.push(field.label.clone()),
            None => {}
        }
    }
    let mut page = Page::new(kind, title, words);
    page.draft(!open.is_empty());
    page.fields(kind, &answers);
    Filled { text: page.end(), open }
}

/// A draft that shows the fields of a kind with their explanations, but for those that [`common`] shows.
pub(crate) fn sample(kind: &Kind, words: Words<'_>) -> String {
    let title = words("start-sample-title", &[("kind", &kind.label)]);
    let mut page = Page::new(kind, &title, words);
    page.draft(true);
    page.fields(kind, &BTreeMap::new());
    page.end()
}

/// What no sample shows since every page may have it, told once for all kinds: the first that has a field says how it
/// is written.
pub(crate) fn common<'k>(kinds: impl Iterator<Item = &'k Kind>, words: Words<'_>) -> String {
    let mut page = Page { out: "---\n".to_owned(), words };
    page.say("start-common");
    let mut told: Vec<&str> = Vec::new();
    for kind in kinds {
        for field in kind.fields.iter().filter(|field| field.name != known::TITLE && !is_written(field)) {
            if !told.contains(&field.name.as_str()) {
                told.push(&field.name);
                page.out.push('\n');
                page.offered(field, &kind.fields, "");
            }
        }
    }
    page.line("---");
    page.out
}

/// The name of a page's file without its ending; empty when nothing of the title can stand in an address. A name that
/// Windows keeps for a device gets a number.
pub(crate) fn file_name(title: &str) -> String {
    let mut name = slug(title);
    if name.len() > LONGEST_NAME {
        let end = name[..=LONGEST_NAME].rfind('-').unwrap_or(LONGEST_NAME);
        name.truncate(end);
    }
    if !name.is_empty() && !address::is_name(&name) { name + "-1" } else { name }
}

fn is_asked(field: &Field) -> bool {
    field.need == Need::Required && field.default.is_none() && field.name != known::TITLE
}

fn ask(field: &Field, schema: &Schema, who: &mut dyn Interview) -> Option<String> {
    let help = field.help.as_deref().unwrap_or_default();
    let choices = field.kind.vocabulary().map(|vocabulary| {
        let terms = schema.vocabulary(vocabulary).terms.iter().take(NAMED);
        terms.map(|term| term.label.as_str()).collect::<Vec<_>>().join(", ")
    });
    let args = |name, value| [("label", field.label.as_str()), ("help", help), (name, value)];
    match (choices.filter(|choices| !choices.is_empty()), &field.example) {
        (Some(choices), _) => who.ask("start-ask-choice", &args("choices", &choices)),
        (None, Some(example)) => who.ask("start-ask-field", &args("example", example)),
        (None, None) => who.ask("start-ask-plain", &args("example", "")),
    }
}

/// An answer as the value of a field; several between commas where a field takes several.
fn value(field: &Field, answer: &str) -> String {
    if !field.list {
        return single(answer);
    }
    let parts = answer.trim_matches(['[', ']']).split(',').map(str::trim).filter(|part| !part.is_empty());
    format!("[{}]", parts.map(inside).collect::<Vec<_>>().join(", "))
}

/// Days, hours and numbers stay as they were typed: no field takes them for anything else.
fn single(answer: &str) -> String {
    let figures = answer.chars().all(|c| c.is_ascii_digit() || " .:-–/".contains(c));
    let safe =
        answer.starts_with(|c: char| c.is_ascii_digit()) && !answer.contains(": ") && !answer.ends_with(':');
    if figures && safe { answer.to_owned() } else { scalar(answer) }
}

/// A value in square brackets, where more signs mean something.
fn inside(part: &str) -> String {
    if part.contains(['[', ']', '{', '}']) {
        format!("\"{}\"", part.replace(['"', '\\'], " "))
    } else {
        single(part)
    }
}

/// The text of a page as it grows.
struct Page<'w> {
    out: String,
    words: Words<'w>,
}

impl<'w> Page<'w> {
    fn new(kind: &Kind, title: &str, words: Words<'w>) -> Self {
        let mut page = Self { out: "---\n".to_owned(), words };
        let name = kind
            .fields
            .get(known::TITLE)
            .map_or(known::TITLE.to_owned(), |field| called(field, &kind.fields));
        page.line(&format!("{name}: {}", scalar(title)));
        page
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn say(&mut self, key: &str) {
        let said = (self.words)(key, &[]);
        self.remark(&said, "");
    }

    /// A remark, broken into lines of a readable width.
    fn remark(&mut self, text: &str, indent: &str) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() > WIDTH {
                self.line(&format!("# {indent}{line}"));
                line.clear();
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        self.line(&format!("# {indent}{line}"));
    }

    fn draft(&mut self, is_draft: bool) {
        if is_draft {
            self.say("start-draft");
            let line = (self.words)("start-draft.line", &[]);
            self.line(&line);
        }
    }

    /// All fields that an author fills in: those that must be there first, then what is worth saying, then the rest.
    fn fields(&mut self, kind: &Kind, answers: &BTreeMap<&str, String>) {
        let (must, may): (Vec<&Field>, Vec<&Field>) =
            kind.fields.iter().filter(|field| is_written(field)).partition(|field| is_asked(field));
        for field in must {
            self.needed(field, &kind.fields, answers);
        }
        for field in may.iter().filter(|field| answers.contains_key(field.name.as_str())) {
            self.line(&format!("{}: {}", called(field, &kind.fields), answers[field.name.as_str()]));
        }
        self.out.push('\n');
        self.say("start-optional");
        let rank = |field: &&&Field| (field.need != Need::Recommended, USUAL.contains(&field.name.as_str()));
        let mut left: Vec<&&Field> =
            may.iter().filter(|field| !answers.contains_key(field.name.as_str())).collect();
        left.sort_by_key(rank);
        for field in left {
            self.out.push('\n');
            self.offered(field, &kind.fields, "");
        }
    }

    /// A field that must be there: as it was answered, else as the example of its kind shows.
    fn needed(&mut self, field: &Field, fields: &Fields, answers: &BTreeMap<&str, String>) {
        let name = called(field, fields);
        if let Some(answer) = answers.get(field.name.as_str()) {
            return self.line(&format!("{name}: {answer}"));
        }
        self.help(field, "");
        let example = field.example.as_deref().unwrap_or_default();
        // The example of a relation is a page of another site.
        let hidden = if field.kind.targets().is_some() { "# " } else { "" };
        self.line(format!("{hidden}{name}: {example}").trim_end());
    }

    /// A field that may be there, with what can be in it, as a remark.
    fn offered(&mut self, field: &Field, fields: &Fields, indent: &str) {
        self.help(field, indent);
        let name = called(field, fields);
        let example = field.example.as_deref().unwrap_or_default();
        match field.kind.fields().filter(|_| example.is_empty()) {
            None => self.line(format!("# {indent}{name}: {example}").trim_end()),
            Some(inner) => {
                self.line(&format!("# {indent}{name}:"));
                let (first, next) = if field.list { ("- ", "  ") } else { ("", "") };
                for (at, part) in inner.iter().enumerate() {
                    let mark = if at == 0 { first } else { next };
                    let example = part.example.as_deref().unwrap_or_default();
                    let line = format!("# {indent}  {mark}{}: {example}", called(part, inner));
                    self.line(line.trim_end());
                }
            }
        }
    }

    fn help(&mut self, field: &Field, indent: &str) {
        if let Some(help) = &field.help {
            self.remark(help, indent);
        }
    }

    /// The whole text: below the fields stands what readers will read.
    fn end(mut self) -> String {
        let body = (self.words)("start-body", &[]);
        self.line("---");
        self.line(&body);
        self.out
    }
}

fn is_written(field: &Field) -> bool {
    let name = field.name.as_str();
    name != known::TITLE && (!known::is_elsewhere(name) || USUAL.contains(&name) || is_asked(field))
}

/// The name that an author writes: the label where it leads to this field and YAML takes it for a name.
fn called(field: &Field, fields: &Fields) -> String {
    let mut letters = field.label.chars();
    let first = letters.next().unwrap_or_default();
    let rest = letters.as_str();
    let word = if rest.starts_with(char::is_lowercase) {
        first.to_lowercase().chain(rest.chars()).collect()
    } else {
        field.label.clone()
    };
    let leads = fields.find_key(&key(&word)).is_some_and(|found| found.name == field.name);
    if leads && scalar(&word) == word { word } else { field.name.clone() }
}

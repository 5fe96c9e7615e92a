//! Requisites as YAML front matter. What the source does not tell stays absent.

use jiff::civil::Date;

use super::field_names::FieldNames;
use super::requisites::{Adopted, AnnexTo, Approved, Read, Requisites};
use crate::schema::known;
use crate::yaml::scalar;

/// What the front matter has besides requisites.
pub(crate) struct Card<'a> {
    /// The name of the original; `None` when it must not be published before a person has looked at it.
    pub(crate) original: Option<&'a str>,
    /// What stands for a title that was not found.
    pub(crate) stopgap: &'a str,
    /// Whether readers do not see the page yet.
    pub(crate) draft: bool,
}

/// Writes the front matter, both fences included.
pub(crate) fn write(requisites: &Requisites, names: &FieldNames, card: &Card<'_>) -> String {
    let mut yaml = Yaml { out: String::from("---\n"), indent: 0 };
    match &requisites.title {
        Some(title) => yaml.line("title", &scalar(&title.value)),
        None => yaml.line("title", &scalar(card.stopgap)),
    }
    yaml.text(&names.doc_type, requisites.doc_type.as_ref());
    yaml.text(&names.number, requisites.number());
    // That no date was read does not mean that the paper has none: a person says so.
    yaml.date(&names.date, requisites.date());
    yaml.text(&names.issuer, requisites.issuer.as_ref());
    if let Some(adopted) = &requisites.adopted {
        yaml.group(&names.adopted, |yaml| yaml.adopted(adopted));
    }
    if let Some(approved) = &requisites.approved {
        yaml.group(&names.approved, |yaml| yaml.approved(approved));
    }
    if let Some(annex) = &requisites.annex_to {
        yaml.group(&names.annex_to, |yaml| yaml.annex(annex));
    }
    yaml.line(&names.legal_status, &scalar(&names.status_unknown));
    yaml.text(&names.level, requisites.level.as_ref());
    if let Some(original) = card.original {
        yaml.line(&names.original, &scalar(original));
    }
    if card.draft {
        yaml.line(known::STATUS, known::STATUS_DRAFT);
    }
    yaml.out.push_str("---\n");
    yaml.out
}

struct Yaml {
    out: String,
    indent: usize,
}

impl Yaml {
    fn line(&mut self, name: &str, value: &str) {
        let indent = " ".repeat(self.indent);
        self.out.push_str(&format!("{indent}{name}: {value}\n"));
    }

    fn text(&mut self, name: &str, value: Option<&Read<String>>) {
        if let Some(read) = value {
            self.line(name, &scalar(&read.value));
        }
    }

    fn date(&mut self, name: &str, value: Option<&Read<Date>>) {
        if let Some(read) = value {
            self.line(name, &read.value.to_string());
        }
    }

    /// A group of fields; none at all when nothing is in it.
    fn group(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        let before = self.out.len();
        self.out.push_str(&format!("{name}:\n"));
        let filled = self.out.len();
        self.indent = 2;
        fill(self);
        self.indent = 0;
        if self.out.len() == filled {
            self.out.truncate(before);
        }
    }

    fn adopted(&mut self, adopted: &Adopted) {
        self.text("body", adopted.body.as_ref());
        self.text("protocol", adopted.protocol.as_ref());
        self.date("date", adopted.date.as_ref());
    }

    fn approved(&mut self, approved: &Approved) {
        self.text("post", approved.post.as_ref());
        self.text("person", approved.person.as_ref());
        self.text("act", approved.act.as_ref());
        if approved.number_blank && approved.number.is_none() {
            self.line("number", "null");
        }
        self.text("number", approved.number.as_ref());
        self.date("date", approved.date.as_ref());
    }

    fn annex(&mut self, annex: &AnnexTo) {
        self.text("act", annex.act.as_ref());
        self.text("number", annex.number.as_ref());
        self.date("date", annex.date.as_ref());
        self.text("annex", annex.annex.as_ref());
    }
}

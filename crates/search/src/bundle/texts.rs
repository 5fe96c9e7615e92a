//! The texts of pages: a file holds how many they are, and page after page its fields as texts and numbers.

use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::{push_list, push_number, push_text};
use crate::document::Standing;

/// What is shown of a page, and searched for the best sections.
#[derive(Debug, Clone, Default)]
pub(crate) struct PageText {
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) date: Option<i32>,
    pub(crate) standing: Standing,
    /// The status in the reader's words.
    pub(crate) state: Option<String>,
    /// What it is that happens, as readers call it.
    pub(crate) form: String,
    /// Labels and values of the fields.
    pub(crate) fields: Vec<(String, String)>,
    /// Anchor, heading, text.
    pub(crate) sections: Vec<(String, String, String)>,
}

impl PageText {
    /// Reads all pages of a file.
    pub(crate) fn read_all(bytes: &[u8]) -> Option<Vec<Self>> {
        Reader::new(bytes.get(1..)?).list(Self::read)
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            url: reader.text()?,
            title: reader.text()?,
            kind: reader.text()?,
            date: reader.day()?,
            standing: Standing::of(reader.number()?),
            state: Some(reader.text()?).filter(|state| !state.is_empty()),
            form: reader.text()?,
            fields: reader.list(|reader| Some((reader.text()?, reader.text()?)))?,
            sections: reader.list(|reader| Some((reader.text()?, reader.text()?, reader.text()?)))?,
        })
    }

    /// Writes the pages of a file.
    #[cfg(feature = "build")]
    pub(crate) fn write_all(pages: &[Self]) -> Vec<u8> {
        let mut out = vec![super::format::TAG];
        push_list(pages, &mut out, Self::write);
        out
    }

    #[cfg(feature = "build")]
    fn write(&self, out: &mut Vec<u8>) {
        [&self.url, &self.title, &self.kind].into_iter().for_each(|text| push_text(text, out));
        crate::bytes::push_day(self.date, out);
        push_number(u64::from(self.standing.code()), out);
        push_text(self.state.as_deref().unwrap_or_default(), out);
        push_text(&self.form, out);
        push_list(&self.fields, out, |(label, value), out| {
            push_text(label, out);
            push_text(value, out);
        });
        push_list(&self.sections, out, |(anchor, heading, text), out| {
            [anchor, heading, text].into_iter().for_each(|text| push_text(text, out));
        });
    }
}

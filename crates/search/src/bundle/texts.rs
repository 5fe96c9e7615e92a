//! The texts of pages: a file holds how many they are, and page after page its fields as texts and numbers.

use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::{push_list, push_number, push_text};
use crate::document::Standing;

/// What is shown of a page, and searched for the best sections.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// Reads the page of this number from a file, past the pages before it.
    pub(crate) fn read_one(bytes: &[u8], number: usize) -> Option<Self> {
        let mut reader = Reader::new(bytes.get(1..)?);
        if number >= reader.size()? {
            return None;
        }
        for _ in 0..number {
            Self::pass(&mut reader)?;
        }
        Self::read(&mut reader)
    }

    /// Goes past a page without reading its texts.
    fn pass(reader: &mut Reader<'_>) -> Option<()> {
        let texts = |reader: &mut Reader<'_>, count: usize| (0..count).try_for_each(|_| reader.pass_text());
        texts(reader, 3)?;
        reader.day()?;
        reader.number()?;
        texts(reader, 2)?;
        for members in [2, 3] {
            for _ in 0..reader.size()? {
                texts(reader, members)?;
            }
        }
        Some(())
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
        let mut out = vec![super::names::TAG];
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

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::PageText;

    #[test]
    fn any_page_of_a_file_is_read_by_itself() {
        let page = |number: i32| PageText {
            url: format!("/{number}/"),
            title: "План".repeat(number as usize),
            date: (number % 2 == 0).then_some(number * 1_000),
            state: (number == 2).then(|| "отменён".to_owned()),
            form: "семинар".to_owned(),
            fields: vec![("Место".to_owned(), "≈ №".to_owned()); number as usize],
            sections: vec![("a".to_owned(), String::new(), "Текст".repeat(100)); 3 - number as usize],
            ..PageText::default()
        };
        let pages: Vec<PageText> = (0..4).map(page).collect();
        let bytes = PageText::write_all(&pages);
        for (number, page) in pages.iter().enumerate() {
            assert_eq!(PageText::read_one(&bytes, number).as_ref(), Some(page));
            assert!(PageText::read_one(&bytes[..bytes.len() - 1], 3).is_none());
        }
        assert!(PageText::read_one(&bytes, pages.len()).is_none());
    }
}

//! Unstemmed forms: on how many pages each stands, how it is written, and which form of its word it is.

use super::words::Words;
use crate::bytes::Reader;
#[cfg(feature = "build")]
use crate::bytes::push_number;
use crate::text::Surface;

/// A form of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// How many pages print it.
    pub(crate) printed: u32,
    /// How many pages it leads to without being printed there.
    pub(crate) unprinted: u32,
    /// Which form it is of the first of its stems: in the forms of that word's lists it has this number.
    pub(crate) number: u32,
}

impl Form {
    /// Counts the pages that it leads to, at least.
    pub(crate) fn pages(self) -> u32 {
        self.printed.max(self.unprinted)
    }
}

/// A stretch of forms.
#[derive(Debug, Default)]
pub(crate) struct FormBlock {
    pub(crate) words: Words,
    forms: Vec<Form>,
    /// The forms that are written otherwise than folded, by their numbers in order.
    surfaces: Vec<(u32, Surface)>,
}

impl FormBlock {
    /// Reads a stretch written by [`write()`].
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let words = Words::read(&mut reader)?;
        let mut forms = Vec::with_capacity(words.len());
        for _ in 0..words.len() {
            let (printed, unprinted, number) = (reader.short()?, reader.short()?, reader.short()?);
            forms.push(Form { printed, unprinted, number });
        }
        let mut surfaces = Vec::new();
        let mut at = 0_u32;
        for _ in 0..reader.size()? {
            at = at.checked_add(reader.short()?)?;
            surfaces.push((at, Surface { capitals: reader.number()?, dots: reader.number()? }));
        }
        Some(Self { words, forms, surfaces })
    }

    /// Returns the form of this number.
    pub(crate) fn form(&self, index: usize) -> Form {
        self.forms.get(index).copied().unwrap_or_default()
    }

    /// Finds a form.
    pub(crate) fn find(&self, form: &str) -> Option<Form> {
        Some(self.form(self.words.find(form)?))
    }

    /// Returns how a form is written that the stretch has.
    pub(crate) fn surface(&self, form: &str) -> Option<Surface> {
        let index = self.words.find(form)? as u32;
        let found = self.surfaces.binary_search_by_key(&index, |surface| surface.0);
        Some(found.ok().and_then(|at| self.surfaces.get(at)).map_or(Surface::default(), |found| found.1))
    }
}

/// Writes sorted forms; how they are written is told of those that are written otherwise than folded: the distance from
/// the one before, the bits of the capitals, the bits of `ё`.
#[cfg(feature = "build")]
pub(crate) fn write<'w>(
    forms: impl Iterator<Item = (&'w str, Form)> + Clone,
    surface: impl Fn(&str) -> Surface,
) -> Vec<u8> {
    let mut out = Vec::new();
    super::words::write(forms.clone().map(|(form, _)| form), &mut out);
    for (_, form) in forms.clone() {
        [form.printed, form.unprinted, form.number]
            .into_iter()
            .for_each(|number| push_number(u64::from(number), &mut out));
    }
    let surfaces = forms.enumerate().map(|(index, (form, _))| (index as u64, surface(form)));
    let surfaces: Vec<(u64, Surface)> = surfaces.filter(|(_, surface)| !surface.is_plain()).collect();
    push_number(surfaces.len() as u64, &mut out);
    let mut before = 0;
    for (index, surface) in surfaces {
        push_number(index - before, &mut out);
        push_number(surface.capitals, &mut out);
        push_number(surface.dots, &mut out);
        before = index;
    }
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Form, FormBlock, write};
    use crate::text::Surface;

    #[test]
    fn forms_come_back_as_they_are_written() {
        let words = ["метод", "методик", "методист", "план", "планет"];
        let form = |number: u32| Form { printed: number * 7, unprinted: number % 2, number };
        let forms = words.into_iter().zip((0..).map(form));
        let surface =
            |word: &str| Surface::of(&word.replace("планет", "ПЛАНёТ").replace("метод", "Метод"), word);
        let bytes = write(forms, |word| surface(word).unwrap());
        let read = FormBlock::read(&bytes).unwrap();
        for (word, number) in words.iter().zip(0..) {
            assert_eq!(read.find(word), Some(form(number)), "{word}");
        }
        let written = |word| read.surface(word).map(|surface| surface.write(word));
        assert_eq!(written("планет").as_deref(), Some("ПЛАНёТ"));
        assert_eq!(written("методист").as_deref(), Some("Методист"));
        assert_eq!(written("план").as_deref(), Some("план"));
        assert_eq!(written("плани"), None);
        for cut in 0..bytes.len() {
            assert!(FormBlock::read(&bytes[..cut]).is_none(), "cut at {cut}");
        }
    }
}

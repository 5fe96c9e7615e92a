//! How a folded form is written: which of its letters are capitals, and where `ё` stands.

#[cfg(feature = "build")]
use super::letters::lower;
use super::letters::upper;

/// Letters that a surface can tell of; longer words are shown folded.
const MOST: usize = 63;

/// What folding took from a word: bits by the number of the letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Surface {
    pub(crate) capitals: u64,
    pub(crate) dots: u64,
}

impl Surface {
    /// Compares a word as it is written with its folded form; `None` when it is more than another spelling of it.
    #[cfg(feature = "build")]
    pub(crate) fn of(written: &str, form: &str) -> Option<Self> {
        let mut surface = Self::default();
        let mut letters = form.chars();
        for (number, c) in written.chars().enumerate() {
            let folded = letters.next()?;
            let lower = lower(c);
            let dotted = lower == 'ё' && folded == 'е';
            if number > MOST || !(lower == folded || dotted) {
                return None;
            }
            surface.capitals |= u64::from(c != lower) << number;
            surface.dots |= u64::from(dotted) << number;
        }
        letters.next().is_none().then_some(surface)
    }

    /// Writes a folded form as the surface says.
    pub(crate) fn write(self, form: &str) -> String {
        let mut written = String::with_capacity(form.len());
        for (number, c) in form.chars().enumerate() {
            let bit = |bits: u64| number <= MOST && bits >> number & 1 == 1;
            let c = if c == 'е' && bit(self.dots) { 'ё' } else { c };
            written.push(if bit(self.capitals) { upper(c) } else { c });
        }
        written
    }

    /// What of the surface holds for another form that begins with so many of the same letters.
    pub(crate) fn within(self, letters: usize) -> Self {
        let mask = if letters > MOST { u64::MAX } else { (1 << letters) - 1 };
        Self { capitals: self.capitals & mask, dots: self.dots & mask }
    }

    /// Tells whether the word is written as it is folded.
    #[cfg(feature = "build")]
    pub(crate) fn is_plain(self) -> bool {
        self == Self::default()
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::Surface;

    #[test]
    fn words_come_back_as_they_were_written() {
        for (written, form) in
            [("Ёжик", "ежик"), ("РМО", "рмо"), ("отчёт", "отчет"), ("КРИПКиПРО", "крипкипро")]
        {
            assert_eq!(Surface::of(written, form).unwrap().write(form), written);
        }
        assert_eq!(Surface::of("отчёт", "ответ"), None);
        assert!(Surface::of("план", "план").unwrap().is_plain());
        let report = Surface::of("Отчёт", "отчет").unwrap();
        assert_eq!(report.within(5).write("отчетом"), "Отчётом");
        assert_eq!(report.within(2).write("отчество"), "Отчество");
    }
}

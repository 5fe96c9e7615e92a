//! What a theme wants of pictures.

/// In which widths pictures are published.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Settings {
    /// The widths in pixels, ascending, at least one; the last is the limit.
    pub(crate) widths: Vec<u32>,
    /// From which width on there is a file for browsers without WebP.
    pub(crate) fallback: u32,
    /// How wide pictures are shown in texts: the attribute `sizes` of HTML.
    pub(crate) text: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { widths: vec![400, 800, 1600], fallback: 800, text: "100vw".to_owned() }
    }
}

impl Settings {
    /// The widths of a picture that is so wide itself: those below, and its own up to the limit.
    pub(super) fn widths_of(&self, own: u32) -> Vec<u32> {
        let largest = self.widths.last().map_or(own, |limit| own.min(*limit));
        let below = self.widths.iter().copied().filter(|width| *width < largest);
        below.chain([largest]).collect()
    }

    /// From which of these widths on there is a file for browsers without WebP; the largest always has one.
    pub(super) fn fallback_of(&self, widths: &[u32]) -> u32 {
        widths.last().map_or(self.fallback, |largest| self.fallback.min(*largest))
    }
}

//! What is known of a picture by the beginning of its file.

use super::operation::{Encoding, LONGEST_SIDE, Operation};
use super::settings::Settings;

/// A picture as pages show it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Picture {
    /// Its width in pixels when it stands as its camera was held.
    pub(crate) width: u32,
    /// Its height in pixels when it stands so.
    pub(crate) height: u32,
    /// What becomes of it.
    pub(crate) treatment: Treatment,
}

/// What becomes of a picture before it is published.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Treatment {
    /// It is published as it is: drawings by vectors, moving pictures, whatever the keeper of the site put into
    /// `content/static/`.
    Kept,
    /// It is made anew in several widths; browsers without WebP are given JPEG.
    Photo,
    /// As a photo, but it has sharp edges or is transparent somewhere: browsers without WebP are given PNG.
    Drawing,
}

impl Picture {
    /// Whether the published bytes are made anew, so that nothing of the file's own notes is in them.
    pub(crate) fn is_remade(&self) -> bool {
        self.treatment != Treatment::Kept
    }

    /// The files that are published of it for pages to show, for WebP first, each encoding in the order of widths. None
    /// for one that is published as it is.
    pub(crate) fn shown(&self, settings: &Settings) -> Vec<Operation> {
        let fallback = match self.treatment {
            Treatment::Kept => return Vec::new(),
            Treatment::Photo => Encoding::Jpeg,
            Treatment::Drawing => Encoding::Png,
        };
        let widths = settings.widths_of(self.width);
        let narrowest = settings.fallback_of(&widths);
        let through = self.scaled(widths.last().copied().unwrap_or(self.width));
        let made = |encoding, width: u32| {
            let (width, height) = self.scaled(width);
            Operation { width, height, encoding, through, careful: false }
        };
        let webp = widths.iter().map(|width| made(Encoding::Webp, *width));
        let others = widths.iter().filter(|width| **width >= narrowest);
        let mut all: Vec<Operation> = webp.chain(others.map(|width| made(fallback, *width))).collect();
        // A picture that is very high has the same largest size at several widths.
        all.dedup();
        all
    }

    /// The file that is published of it for readers to take with them: whole, turned, without notes. `ending` is that of
    /// its name. None for one that is published as it is.
    pub(crate) fn whole(&self, ending: &str) -> Option<Operation> {
        let encoding = Encoding::of(ending).filter(|_| self.is_remade())?;
        let (width, height) = self.scaled(self.width);
        Some(Operation { width, height, encoding, through: (width, height), careful: true })
    }

    /// Its size in another width, or as wide as its height allows.
    fn scaled(&self, width: u32) -> (u32, u32) {
        let (own_width, own_height) = (u64::from(self.width), u64::from(self.height));
        let longest = u64::from(LONGEST_SIDE);
        let width = u64::from(width).min(longest).min(own_width * longest / own_height.max(1)).max(1);
        let height = ((own_height * width + own_width / 2) / own_width.max(1)).clamp(1, longest);
        let small = |side: u64| u32::try_from(side).unwrap_or(LONGEST_SIDE);
        (small(width), small(height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: u32, height: u32, treatment: Treatment) -> String {
        let all = Picture { width, height, treatment }.shown(&Settings::default());
        all.iter()
            .map(|one| format!("{}x{}{}", one.width, one.height, one.suffix()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_picture_is_published_in_the_widths_of_the_theme_and_never_enlarged() {
        assert_eq!(
            shown(4000, 3000, Treatment::Photo),
            "400x300-400.webp 800x600-800.webp 1600x1200-1600.webp 800x600-800.jpg 1600x1200-1600.jpg"
        );
        assert_eq!(
            shown(1000, 500, Treatment::Drawing),
            "400x200-400.webp 800x400-800.webp 1000x500-1000.webp 800x400-800.png 1000x500-1000.png"
        );
        assert_eq!(shown(300, 1, Treatment::Photo), "300x1-300.webp 300x1-300.jpg");
        assert_eq!(shown(800, 1, Treatment::Photo), "400x1-400.webp 800x1-800.webp 800x1-800.jpg");
        assert_eq!(shown(800, 600, Treatment::Kept), "");
    }

    #[test]
    fn what_is_too_high_for_a_format_is_made_as_large_as_it_takes() {
        assert_eq!(shown(1000, 60_000, Treatment::Photo), "266x15960-266.webp 266x15960-266.jpg");
        let whole = Picture { width: 20_000, height: 10, treatment: Treatment::Photo }.whole("webp").unwrap();
        assert_eq!((whole.width, whole.height), (16_000, 8));
    }
}

//! What the writer asks of everything outside the text.

use super::super::link::LinkKind;

/// Where a link leads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Target {
    /// The address, ready for `href` but for escaping.
    pub(crate) href: String,
    /// The title of what is there, for links without words of their own; empty for links of other kinds.
    pub(crate) title: String,
}

/// An image as it is published.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Image {
    /// Its address.
    pub(crate) src: String,
    /// Width and height in pixels, so that the page does not jump while it loads.
    pub(crate) size: Option<(u32, u32)>,
    /// Addresses for other widths, ready for `srcset`.
    pub(crate) srcset: Option<String>,
    /// The same in WebP, for browsers that know it.
    pub(crate) webp: Option<String>,
    /// How wide it is shown: the attribute `sizes`.
    pub(crate) sizes: String,
    /// Whether it is fetched with the page, since readers see it first.
    pub(crate) first: bool,
}

/// Answers for everything outside the text. A link is asked about by its place among the links of the text's outline,
/// so that who has resolved these need not do it again.
pub(crate) trait Resolver {
    /// Where a link inside the site leads; `None` for one of which only the words stay.
    fn link(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Target>;

    /// The image that a target inside the site names.
    fn image(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Image>;
}

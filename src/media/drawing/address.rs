//! Addresses in a drawing: pieces of itself, pictures inside it, and links that a person would write.

/// Whether an address names a piece of the same drawing.
pub(super) fn is_inner(address: &str) -> bool {
    address.trim().starts_with('#')
}

/// Whether an address holds a picture in itself that cannot act.
pub(super) fn is_picture_inside(address: &str) -> bool {
    holds(
        address,
        &["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/bmp", "image/avif"],
    )
}

/// Whether an address holds a font in itself.
pub(super) fn is_font_inside(address: &str) -> bool {
    holds(address, &["font/", "application/font-", "application/x-font-", "application/vnd.ms-fontobject"])
}

fn holds(address: &str, types: &[&str]) -> bool {
    let Some((scheme, rest)) = address.trim().split_once(':') else { return false };
    let rest = rest.trim_start().get(..40.min(rest.len())).map_or_else(String::new, str::to_lowercase);
    scheme.eq_ignore_ascii_case("data")
        && types.iter().any(|name| {
            rest.strip_prefix(name)
                .is_some_and(|rest| name.ends_with(['/', '-']) || rest.starts_with([';', ',']))
        })
}

/// Whether a link is one that leads somewhere: of no scheme, or of one that only leads.
pub(super) fn is_link(address: &str) -> bool {
    // Browsers drop such signs wherever they stand: `java⏎script:`.
    let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let Some((scheme, _)) = bare.split_once(':') else { return true };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    !is_scheme || ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// An address as a message shows it: its beginning, without signs that nobody sees.
pub(super) fn shown(address: &str) -> String {
    address.trim().chars().filter(|c| !c.is_control()).take(80).collect()
}

//! What is refused before a drawing is parsed: declarations that mean something else to a browser than to the
//! parser, and shapes that would cost more than linear time.

use super::fault::{Found, What};

/// The most attributes of one element, and the most declarations of namespaces.
const MOST_ATTRIBUTES: usize = 2_000;
const MOST_NAMESPACES: usize = 4_000;
/// The longest entity; editors give names to their namespaces by them.
const LONGEST_ENTITY: usize = 200;
/// The most text that entities may become.
const MOST_EXPANDED: usize = 4 * 1024 * 1024;

/// Looks for them.
pub(super) fn check(text: &str) -> Result<(), Found> {
    let has_entities = declarations(text)?;
    if has_entities && text.matches('&').count() * LONGEST_ENTITY > MOST_EXPANDED {
        return Err((What::Unreadable("entities"), 0..0));
    }
    if text.matches("xmlns").count() > MOST_NAMESPACES {
        return Err((What::Unreadable("complex"), 0..0));
    }
    // No `<` stands inside a tag, so this counts at least the attributes of each.
    let mut at = 0;
    for piece in text.split('<') {
        let quotes = piece.split('=').skip(1).filter(|rest| rest.trim_start().starts_with(['"', '\'']));
        if quotes.count() > MOST_ATTRIBUTES {
            return Err((What::Unreadable("complex"), at..at));
        }
        at += piece.len() + 1;
    }
    Ok(())
}

/// Whether there are entities; anything but plain ones is refused, since a list of attributes in a DOCTYPE
/// gives them to elements unseen.
fn declarations(text: &str) -> Result<bool, Found> {
    let mut entities = false;
    for (at, _) in text.match_indices("<!") {
        let rest = &text[at + 2..];
        if ["--", "[CDATA[", "DOCTYPE"].iter().any(|known| rest.starts_with(known)) {
            continue;
        }
        if !is_plain_entity(rest) {
            let name: String = rest.chars().take_while(|c| c.is_ascii_alphabetic()).take(20).collect();
            return Err((What::Acts("declaration", format!("!{name}")), at..at + 2 + name.len()));
        }
        entities = true;
    }
    Ok(entities)
}

/// `ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">`: a name and a short text.
fn is_plain_entity(rest: &str) -> bool {
    let value = || {
        let rest = rest.strip_prefix("ENTITY")?.trim_start();
        let rest =
            rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-.".contains(c)).trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    };
    value().is_some_and(|value| value.len() <= LONGEST_ENTITY && !value.contains(['<', '&', '%']))
}

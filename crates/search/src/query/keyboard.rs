//! What was meant when the keyboard was in the other layout: `vtnjlbrf` is `методика`.

const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
const CYRILLIC: &str = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

/// Rewrites a chunk in the other layout, when it was typed in one script throughout.
pub(crate) fn other_layout(text: &str) -> Option<String> {
    let latin = text.chars().any(|c| c.is_ascii_alphabetic());
    let cyrillic = text.chars().any(|c| CYRILLIC.contains(c));
    match (latin, cyrillic) {
        (true, false) => Some(swap(text, LATIN, CYRILLIC)),
        (false, true) => Some(swap(text, CYRILLIC, LATIN)),
        _ => None,
    }
}

fn swap(text: &str, from: &str, to: &str) -> String {
    let other = |c: char| from.chars().position(|f| f == c).and_then(|i| to.chars().nth(i));
    text.chars().map(|c| other(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::other_layout;

    #[test]
    fn both_ways() {
        assert_eq!(other_layout("vtnjlbrf").as_deref(), Some("методика"));
        assert_eq!(other_layout("j,hfpjdfybt").as_deref(), Some("образование"));
        assert_eq!(other_layout("цщкв").as_deref(), Some("word"));
        assert_eq!(other_layout("273-AP").as_deref(), Some("273-ФЗ"));
        assert_eq!(other_layout("2026"), None);
    }
}

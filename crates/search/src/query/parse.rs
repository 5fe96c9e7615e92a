//! The grammar of a query: words, `"phrases"`, `="exact phrases"`, `-minus`.
//!
//! Anything is a query: what is not understood as grammar is words.

/// A piece of a query between spaces or quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) text: String,
    /// Stood in quotes.
    pub(crate) phrase: bool,
    /// Asked for in exactly this form.
    pub(crate) exact: bool,
    /// Must not occur.
    pub(crate) minus: bool,
    /// The reader may still be typing it.
    pub(crate) last: bool,
}

/// Takes a query apart.
pub(crate) fn parse(query: &str) -> Vec<Chunk> {
    let chars: Vec<char> = query.chars().collect();
    let mut chunks = Vec::new();
    // A number sign with a space after it belongs to the next chunk.
    let mut numbered = false;
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_whitespace() {
            at += 1;
        } else {
            at = chunk(&chars, at, &mut numbered, &mut chunks);
        }
    }
    let ended = query.ends_with(char::is_whitespace);
    if let Some(last) = chunks.last_mut() {
        last.last = !ended && (!last.phrase || last.last);
    }
    chunks
}

/// Reads the chunk that begins here; returns where it ends.
fn chunk(chars: &[char], mut at: usize, numbered: &mut bool, chunks: &mut Vec<Chunk>) -> usize {
    let starts_word = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric() || is_quote(*c));
    let minus = matches!(chars[at], '-' | '\u{2212}' | '–') && {
        let next = at + 1;
        starts_word(next) || (chars.get(next) == Some(&'=') && starts_word(next + 1))
    };
    at += usize::from(minus);
    let exact = chars.get(at) == Some(&'=') && starts_word(at + 1);
    at += usize::from(exact);
    let phrase = chars.get(at).copied().is_some_and(is_quote) && !is_inch(chars, at);
    let (start, end) = if phrase {
        let close = closing(chars, at);
        (at + 1, close)
    } else {
        let stop = |i: &usize| chars[*i].is_whitespace() || (*i > at && opens(chars, *i));
        (at, (at..chars.len()).find(stop).unwrap_or(chars.len()))
    };
    let text: String = chars[start..end].iter().collect();
    let text = if phrase { text } else { with_number_sign(text, &chars[end..]) };
    if text.chars().any(char::is_alphanumeric) {
        let sign = if *numbered { "№" } else { "" };
        // A phrase whose end is missing is being typed.
        let last = phrase && end == chars.len();
        chunks.push(Chunk { text: format!("{sign}{text}"), phrase, exact, minus, last });
    }
    *numbered = text.ends_with('№');
    (if phrase { end + 1 } else { end }).max(at + 1)
}

/// Reads a Latin letter before a number as the number sign: `N 133`, `n133`.
fn with_number_sign(text: String, after: &[char]) -> String {
    let Some(rest) = text.strip_prefix(['N', 'n']) else { return text };
    let next = rest.chars().next().or_else(|| after.iter().copied().find(|c| !c.is_whitespace()));
    let number = next.is_some_and(|c| c.is_ascii_digit()) && !rest.chars().any(|c| c.is_ascii_alphabetic());
    if number { format!("№{rest}") } else { text }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '“' | '„' | '”')
}

/// A quote at the very end opens nothing.
fn is_inch(chars: &[char], at: usize) -> bool {
    at + 1 >= chars.len()
}

/// A guillemet opens a phrase even when it follows a letter without a space.
fn opens(chars: &[char], at: usize) -> bool {
    matches!(chars[at], '«' | '„')
}

fn closing(chars: &[char], open: usize) -> usize {
    let closes = |c: char| match chars[open] {
        '«' => c == '»',
        '„' | '“' | '”' => matches!(c, '“' | '”' | '"'),
        _ => matches!(c, '"' | '”' | '“'),
    };
    (open + 1..chars.len()).find(|&i| closes(chars[i])).unwrap_or(chars.len())
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn shown(query: &str) -> String {
        let show = |c: super::Chunk| {
            let flag = |on: bool, sign: &'static str| if on { sign } else { "" };
            let (minus, exact, last) = (flag(c.minus, "-"), flag(c.exact, "="), flag(c.last, "…"));
            let quote = flag(c.phrase, "\"");
            format!("{minus}{exact}{quote}{}{quote}{last}", c.text)
        };
        parse(query).into_iter().map(show).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn grammar() {
        assert_eq!(shown("план работы"), "план | работы…");
        assert_eq!(shown("план работы "), "план | работы");
        assert_eq!(shown("«план работы» центра -отчёт"), "\"план работы\" | центра | -отчёт…");
        assert_eq!(shown("=\"планом\" -\"год спустя\""), "=\"планом\" | -\"год спустя\"");
        assert_eq!(shown("=планом"), "=планом…");
        assert_eq!(shown("учебно - методический"), "учебно | методический…");
        assert_eq!(shown("приказ № 133"), "приказ | №133…");
        assert_eq!(shown("приказ N 133 n7 N2O n"), "приказ | №133 | №7 | N2O | n…");
        assert_eq!(shown("\"не закрыто"), "\"не закрыто\"…");
        assert_eq!(shown("\"не закрыто "), "\"не закрыто \"");
        assert_eq!(shown("\"закрыто\""), "\"закрыто\"");
        assert_eq!(shown("\" - = «»"), "");
    }
}

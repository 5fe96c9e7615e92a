//! Marks that other programs understand and this one does not: other dialects of Markdown, forums, generators of sites,
//! word processors. Readers would see them as they are written.

use super::meant::Meant;

/// Tags of forums.
const FORUM: [&str; 12] =
    ["b", "i", "u", "s", "url", "img", "quote", "color", "size", "center", "list", "spoiler"];
/// Fields of Word that are copied as their code.
const FIELDS: [&str; 9] =
    ["HYPERLINK", "PAGE", "REF", "TOC", "SEQ", "DATE", "MERGEFIELD", "INCLUDEPICTURE", "FORMTEXT"];
/// A lowered or raised index is not longer.
const LONGEST_INDEX: usize = 4;

/// The signs with which such marks begin.
pub(super) const SIGNS: [char; 13] = ['`', '=', '+', '~', '^', ':', '!', '%', '<', '{', '|', '\'', '('];

/// What begins where a line goes on, and how many bytes of it are the mark. `before` is the text before it.
pub(super) fn mark(before: &str, line: &str) -> Option<(Meant, usize)> {
    let sign = line.chars().next()?;
    let starts = before.is_empty() || before.ends_with('\n') || before.ends_with("> ");
    match sign {
        // Marks of edits, told as a whole.
        '=' | '+' | '~' if before.ends_with('{') => None,
        '=' | '+' => {
            paired(before, line, if sign == '=' { "==" } else { "++" }).map(|end| (Meant::Coloured, end))
        }
        '^' if line.starts_with("^[") && line.contains(']') => Some((Meant::Note, line.find(']')? + 1)),
        '|' => paired(before, line, "||").map(|end| (Meant::Hidden, end)),
        '\'' => paired(before, line, "'''").map(|end| (Meant::Bold, end)),
        '(' if before.ends_with('\\') => latex(line).map(|end| (Meant::Latex, end)),
        '`' => opens(before, line, "`").map(|end| (Meant::Code, end)),
        '~' if line.starts_with("~~") => opens(before, line, "~~").map(|end| (Meant::Struck, end)),
        '~' | '^' => index(line, sign).map(|end| (Meant::Index, end)),
        ':' if starts && line.starts_with(":::") => Some((Meant::Callout, line.trim_end().len())),
        ':' => emoji(before, line).map(|end| (Meant::Emoji, end)),
        '!' if starts && line.starts_with("!!! ") => Some((Meant::Callout, line.trim_end().len())),
        '%' => paired(before, line, "%%").map(|end| (Meant::Aside, end)),
        '<' if line.starts_with("<!--") => Some((Meant::Aside, line.trim_end().len())),
        '<' => of_word(line).map(|end| (Meant::Word, end)),
        '{' => command(line).or_else(|| field(line)).or_else(|| edits(line)),
        '[' if before.ends_with('\\') => latex(line).map(|end| (Meant::Latex, end)),
        '[' => bracket(line),
        _ => None,
    }
}

/// Words between two signs of a sort: `==важно==`.
fn paired(before: &str, line: &str, sign: &str) -> Option<usize> {
    let inside = line.strip_prefix(sign)?;
    let opens = !before.ends_with(|c: char| c.is_alphanumeric() || sign.contains(c));
    let end = inside.find(sign).filter(|_| opens)?;
    let words = &inside[..end];
    let tight = words.trim().contains(char::is_alphanumeric) && !words.contains(['=', '+']);
    let spaced = sign == "%%" || (!words.starts_with(' ') && !words.ends_with(' '));
    (tight && spaced).then_some(end + 2 * sign.len())
}

/// A sign before a word that no such sign ends, or the parser would have taken it: the sign alone.
fn opens(before: &str, line: &str, sign: &str) -> Option<usize> {
    let apart = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '«'));
    let word = line[sign.len()..].starts_with(char::is_alphanumeric);
    (apart && word).then_some(sign.len())
}

/// `H~2~O`, `x^2^`.
fn index(line: &str, sign: char) -> Option<usize> {
    let inside = &line[1..];
    let end = inside.find(sign)?;
    let short =
        (1..=LONGEST_INDEX).contains(&end) && inside[..end].bytes().all(|b| b.is_ascii_alphanumeric());
    let alone = !inside[end + 1..].starts_with(sign);
    (short && alone).then_some(end + 2)
}

/// `:smile:`
fn emoji(before: &str, line: &str) -> Option<usize> {
    let inside = &line[1..];
    let end = inside.find(':')?;
    let name = &inside[..end];
    let named =
        name.len() > 1 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    let letters = name.bytes().any(|b| b.is_ascii_lowercase());
    // `:https:` begins an address, `:ref:` a command of another program.
    let other = inside[end + 1..].starts_with(['/', '`']);
    (named && letters && !other && !before.ends_with(|c: char| c.is_alphanumeric() || c == ':'))
        .then_some(end + 2)
}

/// `<o:p>`, `</w:sdt>`
fn of_word(line: &str) -> Option<usize> {
    let name = line[1..].trim_start_matches('/');
    let letters = name.find(|c: char| !c.is_ascii_lowercase()).filter(|end| (1..=3).contains(end))?;
    let end = line.find('>')?;
    name[letters..].starts_with(':').then_some(end + 1)
}

/// `{{ toc }}`, `{{< youtube x >}}`, `{% include x %}`
fn command(line: &str) -> Option<(Meant, usize)> {
    [("{{", "}}"), ("{%", "%}")].iter().find_map(|(open, close)| {
        let end = line.strip_prefix(open)?.find(close)?;
        Some((Meant::Command, end + open.len() + close.len()))
    })
}

/// `{ HYPERLINK "https://…" }`
fn field(line: &str) -> Option<(Meant, usize)> {
    let inside = line.strip_prefix('{')?.trim_start();
    let end = line.find('}')?;
    let name = inside.split([' ', '}']).next()?;
    FIELDS.contains(&name).then_some((Meant::Word, end + 1))
}

/// `{++вставка++}` and the like.
fn edits(line: &str) -> Option<(Meant, usize)> {
    [("{++", "++}"), ("{--", "--}"), ("{>>", "<<}"), ("{~~", "~~}"), ("{==", "==}")].iter().find_map(
        |(open, close)| {
            let end = line.strip_prefix(open)?.find(close)?;
            Some((Meant::Edits, end + open.len() + close.len()))
        },
    )
}

/// `\(x^2\)`: brackets of LaTeX around what only formulas have.
fn latex(line: &str) -> Option<usize> {
    let close = if line.starts_with('(') { "\\)" } else { "\\]" };
    let end = line.find(close)?;
    let inside = &line[..end];
    // With a sign of sums alone `\(a+b\)` is a formula, `\(см. ниже\)` and `\[1\]` are brackets.
    let sum = || {
        inside.contains(['+', '/', '*', '<', '>'])
            && inside.contains(|c: char| c.is_ascii_alphabetic())
            && !inside.contains(|c: char| c.is_alphabetic() && !c.is_ascii())
    };
    (inside.contains(['^', '_', '=', '\\']) || sum()).then_some(end + close.len())
}

/// `[b]…[/b]`, `[TOC]`, `[!info]`
fn bracket(line: &str) -> Option<(Meant, usize)> {
    let end = line.find(']')?;
    let inside = &line[1..end];
    if inside.eq_ignore_ascii_case("toc") {
        return Some((Meant::Contents, end + 1));
    }
    if inside.len() > 2 && inside.starts_with('!') && inside[1..].trim().chars().all(char::is_alphabetic) {
        return Some((Meant::Callout, end + 1));
    }
    let tag = inside.split('=').next()?.to_ascii_lowercase();
    let closed = || line.to_ascii_lowercase().contains(&format!("[/{tag}]"));
    (FORUM.contains(&&*tag) && closed()).then_some((Meant::Forum, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_other_programs_are_known() {
        for (text, meant, mark_is) in [
            ("==важно== запомнить", Meant::Coloured, "==важно=="),
            ("++новое++", Meant::Coloured, "++новое++"),
            ("~2~O", Meant::Index, "~2~"),
            ("^2^ и", Meant::Index, "^2^"),
            (":smile: и", Meant::Emoji, ":smile:"),
            (":::warning", Meant::Callout, ":::warning"),
            ("!!! note", Meant::Callout, "!!! note"),
            ("[!info] Слова", Meant::Callout, "[!info]"),
            ("%% пометка для себя %%", Meant::Aside, "%% пометка для себя %%"),
            ("<!-- пометка", Meant::Aside, "<!-- пометка"),
            ("<o:p></o:p>", Meant::Word, "<o:p>"),
            ("{ PAGE } из", Meant::Word, "{ PAGE }"),
            ("{{< youtube x >}}", Meant::Command, "{{< youtube x >}}"),
            ("{% include a %}", Meant::Command, "{% include a %}"),
            ("[TOC]", Meant::Contents, "[TOC]"),
            ("[b]Важно[/b]", Meant::Forum, "[b]"),
            ("[!ПРИМЕЧАНИЕ] Слова", Meant::Callout, "[!ПРИМЕЧАНИЕ]"),
            ("||скрыто|| и", Meant::Hidden, "||скрыто||"),
            ("'''важно'''", Meant::Bold, "'''важно'''"),
            ("{--было--} и", Meant::Edits, "{--было--}"),
            ("{>>заметка<<}", Meant::Edits, "{>>заметка<<}"),
            ("^[сноска] и", Meant::Note, "^[сноска]"),
            ("[url=https://a.example]сайт[/url]", Meant::Forum, "[url=https://a.example]"),
        ] {
            assert_eq!(
                mark("", text).map(|(meant, end)| (meant, &text[..end])),
                Some((meant, mark_is)),
                "{text}"
            );
        }
    }

    #[test]
    fn signs_of_plain_texts_are_left_alone() {
        for text in [
            "= 5 и = 6",
            "== не равно ==",
            "+7 (000) 000-00-00",
            "~5 и ~6",
            "^",
            ": и :",
            "::",
            "! Внимание",
            "%",
            "% и 20 %",
            "<имя>",
            "< 5",
            "{а}",
            "[b]",
            "[1]",
            "[!]",
            "(слова)",
            "(а) раз",
            "| а | б |",
            "'слово'",
            "{а--б}",
            ":https://a.example",
        ] {
            assert_eq!(mark("", text), None, "{text}");
        }
        assert_eq!(mark("10", ":30:00"), None);
        assert_eq!(mark("C", "++ и C++"), None);
    }
}

//! Lines that begin with a mark of another program: headings of wikis, directives, tasks without the mark of a list.

use super::meant::Meant;

/// Words with which a line of a program begins, and what must stand behind them.
const COMMANDS: [(&str, &str); 8] = [
    ("import ", " from "),
    ("export const ", "="),
    ("export default ", ""),
    ("#+", ""),
    (".. ", "::"),
    ("image::", "["),
    ("include::", "["),
    ("*[", "]:"),
];

/// What a line means as a whole, and how many bytes of it are the mark.
pub(super) fn mark(line: &str) -> Option<(Meant, usize)> {
    let line = line.trim_end();
    if line.starts_with("\\begin{") {
        return Some((Meant::Latex, line.len()));
    }
    if is_heading(line) {
        return Some((Meant::Heading, line.len()));
    }
    if let Some(end) = task(line) {
        return Some((Meant::Task, end));
    }
    let command = |(word, behind): &&(&str, &str)| {
        line.strip_prefix(word).is_some_and(|rest| !rest.is_empty() && rest.contains(behind))
    };
    COMMANDS.iter().find(command).map(|_| (Meant::Command, line.len()))
}

/// `== Заголовок ==`, `h2. Заголовок`
fn is_heading(line: &str) -> bool {
    let wiki = || {
        let words = line.trim_start_matches('=').trim_end_matches('=');
        let signs = line.len() - line.trim_start_matches('=').len();
        (2..=6).contains(&signs) && line.ends_with("==") && words.starts_with(' ') && words.trim().len() > 1
    };
    let textile = || {
        let rest = line.strip_prefix('h').and_then(|rest| rest.strip_prefix(['1', '2', '3', '4', '5', '6']));
        rest.and_then(|rest| rest.strip_prefix(". "))
            .is_some_and(|words| words.starts_with(char::is_uppercase))
    };
    wiki() || textile()
}

/// `[ ] купить мел`, `[х] с русской буквой`
fn task(line: &str) -> Option<usize> {
    let marks = ["[ ] ", "[x] ", "[X] ", "[х] ", "[Х] ", "[v] ", "[V] ", "[+] ", "[] ", "[  ] "];
    let mark = marks.iter().find(|mark| line.starts_with(**mark))?;
    line[mark.len()..].starts_with(char::is_alphanumeric).then_some(mark.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_other_programs_are_known() {
        for (line, meant) in [
            ("== Заголовок ==", Meant::Heading),
            ("====== Заголовок ======", Meant::Heading),
            ("h2. Заголовок", Meant::Heading),
            ("[ ] купить мел", Meant::Task),
            ("[х] полить цветы", Meant::Task),
            (".. note:: Слова", Meant::Command),
            ("#+BEGIN_QUOTE", Meant::Command),
            ("import X from \"./x\"", Meant::Command),
            ("export const a = 1", Meant::Command),
            ("image::zal.jpg[]", Meant::Command),
            ("*[ИМЦ]: Центр", Meant::Command),
            ("\\begin{equation}", Meant::Latex),
        ] {
            assert_eq!(mark(line).map(|(meant, _)| meant), Some(meant), "{line}");
        }
        for line in [
            "= 5",
            "== не равно",
            "h2o. Вода",
            "[1] источник",
            "[x]",
            "... и так",
            "import",
            "*[слово] и",
            "#школа",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}

//! How a person calls this program: what texts tell them to type is what works for them.
//!
//! Whoever carries the program on a stick types `./kabinet` or its whole path; `kabinet serve` in a message would be
//! answered by the system with «command not found». The name is said once, before the first text is asked for.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::sync::OnceLock;

/// The name that texts are written with.
const NAME: &str = "kabinet";
/// What follows the name where it is a call and not the name of the program in a sentence.
pub(crate) const COMMANDS: [&str; 18] = [
    "init",
    "new",
    "build",
    "check",
    "serve",
    "import",
    "search",
    "export",
    "explain",
    "rollback",
    "verify",
    "prove",
    "help",
    "completions",
    "man",
    "{ $command }",
    "--help",
    "--version",
];

static CALLED: OnceLock<String> = OnceLock::new();

/// Says how the program was called: the first word of the call. Only the first time counts.
pub fn called(word: Option<&OsStr>) {
    let name = word.and_then(OsStr::to_str).and_then(as_typed).unwrap_or_else(|| NAME.to_owned());
    let _ = CALLED.set(name);
}

/// A word of a call as it can be typed again; none where a shell or a translation file would read more in it.
fn as_typed(word: &str) -> Option<String> {
    let is_plain = |c: char| c.is_alphanumeric() || " ._-/\\:+~()".contains(c);
    if word.is_empty() || !word.chars().all(is_plain) {
        return None;
    }
    if !word.contains(['/', '\\']) {
        return Some(word.trim_end_matches(".exe").to_owned());
    }
    Some(if word.contains([' ', '(', ')', '~']) { format!("\"{word}\"") } else { word.to_owned() })
}

/// A translation file in which commands are called as this program was.
pub(super) fn spelt(file: &str) -> Cow<'_, str> {
    respelt(file, CALLED.get().map_or(NAME, String::as_str))
}

fn respelt<'f>(file: &'f str, name: &str) -> Cow<'f, str> {
    if name == NAME {
        return Cow::Borrowed(file);
    }
    let mut out = String::with_capacity(file.len());
    let mut rest = file;
    while let Some((before, after)) = rest.split_once(NAME) {
        let call = after.strip_prefix(' ').is_some_and(begins_with_command);
        let whole = !before.ends_with(|c: char| c.is_alphanumeric() || "./-_".contains(c));
        out.push_str(before);
        out.push_str(if call && whole { name } else { NAME });
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn begins_with_command(text: &str) -> bool {
    let is_one = |command: &&&str| {
        let rest = text.strip_prefix(**command);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    COMMANDS.iter().find(is_one).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_called_as_the_program_was_and_its_name_stays() {
        let text = "Папку .kabinet создал kabinet. Повторите: kabinet serve --open или kabinet { $command }; kabinet serves";
        assert_eq!(
            respelt(text, "./kabinet"),
            "Папку .kabinet создал kabinet. Повторите: ./kabinet serve --open или ./kabinet { $command }; kabinet serves"
        );
        assert_eq!(respelt(text, NAME), text);
    }

    #[test]
    fn a_name_is_typed_as_it_was_unless_it_would_do_more() {
        let typed = |word: &str| as_typed(word);
        assert_eq!(typed("kabinet.exe").as_deref(), Some("kabinet"));
        assert_eq!(typed("./kabinet").as_deref(), Some("./kabinet"));
        assert_eq!(typed("/media/МОЯ ФЛЕШКА/kabinet").as_deref(), Some("\"/media/МОЯ ФЛЕШКА/kabinet\""));
        assert_eq!(typed("E:\\kabinet.exe").as_deref(), Some("E:\\kabinet.exe"));
        for hostile in ["", "/a/$(b)/kabinet", "/a/{ $x }/kabinet", "/a/\"/kabinet", "a\nb"] {
            assert_eq!(typed(hostile), None, "{hostile}");
        }
    }
}

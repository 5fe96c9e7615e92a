//! Options that were typed before the command: `kabinet --root portal check` means `kabinet check --root portal`.

use std::ffi::OsString;

use super::grammar;

/// Puts the command before the options that stand in front of it; other calls stay as they are.
pub(super) fn command_first(mut words: Vec<OsString>) -> Vec<OsString> {
    let mut at = 0;
    while let Some(word) = words.get(at).and_then(|word| word.to_str()).filter(|word| word.starts_with("--"))
    {
        if word == "--version" {
            return words;
        }
        at += if word.contains('=') || grammar::is_flag(word) { 1 } else { 2 };
    }
    let names_command = |word: &OsString| grammar::COMMANDS.iter().any(|(name, _)| word == name);
    if words.get(at).is_some_and(names_command) {
        words[..=at].rotate_right(1);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::command_first;

    #[test]
    fn options_before_the_command_belong_to_it() {
        for (typed, meant) in [
            ("--root portal check", "check --root portal"),
            ("--root=portal --locked build --out o", "build --root=portal --locked --out o"),
            ("--lang en serve", "serve --lang en"),
            ("--root build check", "check --root build"),
            ("--help check", "check --help"),
            ("check --root portal", "check --root portal"),
            ("--version build", "--version build"),
            ("--root", "--root"),
            ("сборка", "сборка"),
        ] {
            let words = typed.split(' ').map(Into::into).collect();
            assert_eq!(command_first(words).join(" ".as_ref()), meant, "{typed}");
        }
    }
}

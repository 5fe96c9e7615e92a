//! Lines of calendar files as RFC 5545 wants them: escaped, folded at 75 octets between letters, ended by CR and LF.

/// A line of a file may have so many octets, its end not counted.
const OCTETS: usize = 75;

/// A calendar file being written.
#[derive(Debug, Default)]
pub(super) struct Ical(String);

impl Ical {
    /// Writes a value that has a form of its own: a day, a number, an address.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", value.replace(['\r', '\n'], "")));
    }

    /// Writes words; nothing when there are none.
    pub(super) fn text(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.fold(&format!("{name}:{}", escaped(words)));
        }
    }

    /// The file.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Breaks a line where it is too long. What follows a break begins with a space that counts.
    fn fold(&mut self, line: &str) {
        let mut room = OCTETS;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = OCTETS - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Words without signs that would end or part a value. Of other control characters the format knows none.
fn escaped(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for letter in words.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' | '\r' => written.push_str("\\n"),
            '\t' => written.push(letter),
            control if control.is_control() => written.push(' '),
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads a value back as the standard says: lines are unfolded first, then escapes are undone from the left.
    fn read(file: &str) -> String {
        let line = file.replace("\r\n ", "");
        let mut letters =
            line.strip_prefix("SUMMARY:").and_then(|rest| rest.strip_suffix("\r\n")).unwrap().chars();
        let mut words = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next().unwrap() {
                    'n' | 'N' => words.push('\n'),
                    other => words.push(other),
                },
                letter => words.push(letter),
            }
        }
        words
    }

    proptest! {
        #[test]
        fn any_words_come_back_whole_in_short_lines(words in "([а-яёА-Я ,;:\\\\\n]|[a-z]|👩‍🏫|é|「)*") {
            let mut file = Ical::default();
            file.text("SUMMARY", &words);
            let file = file.finish();
            prop_assert!(file.split_terminator("\r\n").all(|line| line.len() <= OCTETS && !line.contains(['\r', '\n'])));
            if !words.is_empty() {
                prop_assert_eq!(read(&file), words);
            }
        }
    }

    #[test]
    fn signs_that_no_text_may_hold_break_nothing() {
        let mut file = Ical::default();
        file.text("SUMMARY", "a\u{0}b\r\nc\rd");
        file.put("URL", "https://a.example/\r\nX-EVIL:1");
        assert_eq!(file.finish(), "SUMMARY:a b\\nc\\nd\r\nURL:https://a.example/X-EVIL:1\r\n");
    }
}

//! Texts without what nobody sees in them: runs of spaces, signs without a shape.

/// Characters without a shape: zero-width ones, byte order marks inside a text, soft hyphens.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\0'..='\u{8}' | '\u{e}'..='\u{1f}')
}

/// Makes every run of spaces one space; a lone no-break space stays. Also counts the runs.
pub(crate) fn collapse(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut runs = 0;
    let mut pending: Vec<char> = Vec::new();
    for c in text.trim().chars() {
        if c.is_whitespace() {
            pending.push(c);
            continue;
        }
        match pending.as_slice() {
            [] => {}
            ['\u{a0}'] => out.push('\u{a0}'),
            [_] => out.push(' '),
            _ => {
                runs += 1;
                out.push(' ');
            }
        }
        pending.clear();
        out.push(c);
    }
    (out, runs)
}

/// A text whose runs of spaces and tabs are one space; its line ends stay.
pub(super) fn tidied(text: &str) -> String {
    let seen = |line: &str| line.chars().filter(|&c| !is_invisible(c)).collect::<String>();
    let lines = text.split('\n').map(|line| collapse(&seen(line)).0);
    lines.collect::<Vec<_>>().join("\n")
}

//! The questions of the relevance set, and where their answers are recorded.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

/// The file of an answer, in its case's folder: the question, then what was answered.
pub(super) fn file(number: usize) -> String {
    format!("answers/{number:03}.txt")
}

/// Whether a file of a record is an answer.
pub(super) fn is_answer(name: &str) -> bool {
    name.contains("/answers/")
}

/// Reads the frozen questions.
pub(super) fn questions(inputs: &Path) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(inputs.join("questions.yaml")).context("no questions are kept")?;
    let lines = text.lines().filter(|line| line.starts_with("- "));
    let questions: Vec<String> = lines
        .map(|line| asked(line).with_context(|| format!("no question in: {line}")))
        .collect::<Result<_>>()?;
    if questions.len() < 60 {
        bail!("only {} questions were found", questions.len());
    }
    Ok(questions)
}

/// Takes the question out of a line `- {q: "…", page: …}`.
fn asked(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("q: \"")?;
    let (mut text, mut letters) = (String::new(), rest.chars());
    loop {
        match letters.next()? {
            '"' => return Some(text),
            '\\' => text.push(letters.next()?),
            letter => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn questions_are_taken_out_of_their_lines() {
        assert_eq!(
            asked(r#"- {q: "\"план\" работы", page: /x/, why: y}"#).as_deref(),
            Some("\"план\" работы")
        );
        assert_eq!(asked("- {page: /x/}"), None);
    }
}

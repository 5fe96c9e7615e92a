//! Two wordings of a clause in one: words that are gone in `del`, words that are new in `ins`, each with a hidden word
//! for those who hear the page.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::clauses::{Clause, MOST_PAIRS};
use crate::markup::escaped;

/// The words of a clause as it was and as it is; of one of them alone, its words as they are.
pub(super) fn html(old: Option<&Clause>, new: Option<&Clause>, labels: &[String; 2]) -> String {
    match (old, new) {
        (Some(old), Some(new)) => both(&tokens(&old.text), &tokens(&new.text), labels),
        (one, other) => one.or(other).map_or_else(String::new, |clause| joined(&tokens(&clause.text))),
    }
}

/// Words, and the ends of lines between paragraphs.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !tokens.is_empty() {
            tokens.push("\n");
        }
        tokens.extend(line.split_whitespace());
    }
    tokens
}

fn both(old: &[&str], new: &[&str], [was, now]: &[String; 2]) -> String {
    let mut out = String::new();
    let mut put = |tag: &str, label: &str, words: &[&str]| {
        if words.is_empty() {
            return;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        match tag {
            "" => out.push_str(&joined(words)),
            _ => out.push_str(&format!(
                "<{tag}><span class=\"aside-text\">{}: </span>{}</{tag}>",
                escaped(label),
                joined(words)
            )),
        }
    };
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        put("del", was, old);
        put("ins", now, new);
        return out;
    }
    for run in capture_diff_slices(Algorithm::Myers, old, new) {
        let (before, after) = (&old[run.old_range()], &new[run.new_range()]);
        if run.tag() == DiffTag::Equal {
            put("", "", after);
        } else {
            put("del", was, before);
            put("ins", now, after);
        }
    }
    out
}

/// Words with spaces between them, ends of lines as such.
fn joined(tokens: &[&str]) -> String {
    tokens
        .iter()
        .map(|token| if *token == "\n" { "<br>".to_owned() } else { escaped(token) })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(text: &str) -> Clause {
        Clause { anchor: String::new(), name: String::new(), text: text.to_owned() }
    }

    fn told(old: &str, new: &str) -> String {
        let labels = ["было".to_owned(), "стало".to_owned()];
        let html = html(Some(&clause(old)), Some(&clause(new)), &labels);
        html.replace("<span class=\"aside-text\">было: </span>", "")
            .replace("<span class=\"aside-text\">стало: </span>", "")
    }

    #[test]
    fn words_that_are_others_are_marked() {
        assert_eq!(
            told("встречи раз в четверть", "встречи раз в месяц"),
            "встречи раз в <del>четверть</del> <ins>месяц</ins>"
        );
        assert_eq!(told("не реже раза", "раза"), "<del>не реже</del> раза");
        assert_eq!(told("а\nб", "а\nб\nв <b>"), "а <br> б <ins><br> в &lt;b&gt;</ins>");
    }

    #[test]
    fn texts_too_long_to_be_searched_stand_whole() {
        let (old, new) = ("было ".repeat(3000), "стало ".repeat(3000));
        let html = told(&old, &new);
        assert!(html.starts_with("<del>было ") && html.ends_with(" стало</ins>"));
        assert_eq!((html.matches("<del>").count(), html.matches("<ins>").count()), (1, 1));
    }
}

//! The laws of the translation files.

use super::*;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every text that a person reads is Russian: letters of it in each, and no English sentence in any.
#[test]
fn russian_texts_are_russian() {
    let mut offences = Vec::new();
    for (path, source) in bundle::files(Lang::Ru) {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(sound, _)| sound);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                let text = said(pattern);
                let foreign =
                    foreign_run(&text) || text.chars().any(char::is_alphabetic) && !text.contains(is_russian);
                // What is typed as it stands has no language.
                if foreign && !text.starts_with("kabinet ") {
                    offences.push(format!("{path}: {}: {text}", message.id.name));
                }
            }
        }
    }
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

fn is_russian(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

/// The words that stand in a text whatever its values.
fn said(pattern: &Pattern<&str>) -> String {
    let words = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|variant| said(&variant.value)).collect()
        }
        PatternElement::Placeable { .. } => String::new(),
    });
    words.collect()
}

/// Whether three plain English words stand side by side, outside of lines to be copied.
fn foreign_run(text: &str) -> bool {
    let plain = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let copied = |line: &str| line.starts_with("    ") || line.contains("kabinet ") || line.contains("git ");
    text.lines().filter(|line| !copied(line)).any(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.windows(3).any(|run| run.iter().all(plain))
    })
}

/// Names of the arguments of each text of a language.
type Texts = BTreeMap<String, BTreeSet<String>>;

#[test]
fn plurals_are_russian() {
    let errors = |count: usize| text(Lang::Ru, "summary-errors", &[("count", count.into())]);
    assert_eq!(errors(1), "1 ошибка");
    assert_eq!(errors(22), "22 ошибки");
    assert_eq!(errors(11), "11 ошибок");
    assert_eq!(text(Lang::En, "summary-errors", &[("count", Arg::Number(1))]), "1 error");
}

#[test]
fn functions_of_the_files_are_known() {
    assert_eq!(text(Lang::Ru, "example-number", &[("pid", Arg::Number(12345))]), "Процесс 12345");
}

#[test]
fn a_missing_key_is_seen_and_tried() {
    assert_eq!(text(Lang::En, "no-such-text.help", &[]), "⟦no-such-text.help⟧");
    assert_eq!(try_text(Lang::Ru, "severity-error.no-such", &[]), None);
}

#[test]
fn files_have_no_mistakes_and_no_key_twice() {
    let mut offences = Vec::new();
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for (path, source) in bundle::files(lang) {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(sound, errors)| {
                let line = |at: usize| source[..at].lines().count();
                offences.extend(errors.iter().map(|e| format!("{path}:{}: {}", line(e.pos.start), e.kind)));
                sound
            });
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                if let Some(first) = seen.insert(message.id.name.to_owned(), path) {
                    offences.push(format!("{path}: {} stands in {first} already", message.id.name));
                }
            }
        }
    }
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

#[test]
fn both_languages_say_the_same_things() {
    let (ru, en) = (texts(Lang::Ru), texts(Lang::En));
    let mut offences = Vec::new();
    for key in ru.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (ru.get(key), en.get(key)) {
            (Some(russian), Some(english)) if russian == english => {}
            (Some(russian), Some(english)) => {
                offences.push(format!("{key}: arguments {russian:?} in Russian, {english:?} in English"));
            }
            (Some(_), None) => offences.push(format!("{key}: in Russian only")),
            (None, _) => offences.push(format!("{key}: in English only")),
        }
    }
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

#[test]
fn every_rule_of_the_code_is_worded_and_no_words_are_orphans() {
    let mut rules = BTreeSet::new();
    collect_rules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut rules);
    let texts = texts(Lang::Ru);
    let mut offences = Vec::new();
    for rule in &rules {
        for key in [rule.clone(), format!("{rule}.explain")] {
            match texts.get(&key) {
                None => offences.push(format!("{rule}: no text {key}")),
                Some(values) if key != *rule && !values.is_empty() => {
                    offences.push(format!("{key} is read without a message, but it names {values:?}"));
                }
                Some(_) => {}
            }
        }
        if !texts.keys().any(|key| key.starts_with(&format!("{rule}.help"))) {
            offences.push(format!("{rule}: does not say how to mend it (.help)"));
        }
    }
    let worded = texts.keys().filter_map(|key| key.strip_suffix(".explain"));
    let orphans = worded.filter(|rule| !rules.contains(*rule));
    offences.extend(orphans.map(|rule| format!("{rule}: words of a rule that the code does not have")));
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

/// Rules as the code names them, `RuleId("…")` or a table of names that a macro makes rules of, without
/// comments and test modules.
fn collect_rules(folder: &Path, rules: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the source tree is here") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                collect_rules(&path, rules);
            }
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            let source = std::fs::read_to_string(&path).expect("source text");
            let code = without_tests(&source).lines();
            let code: String = code.filter(|line| !line.trim_start().starts_with("//")).collect();
            let found = code.split("RuleId(\"").skip(1).filter_map(|rest| rest.split('"').next());
            rules.extend(found.map(str::to_owned));
            if code.contains("RuleId($id)") {
                let named = code.split(" = \"").skip(1).filter_map(|rest| rest.split_once("\";"));
                rules.extend(named.map(|(name, _)| name.to_owned()));
            }
        }
    }
}

/// Cuts off a test module written out at the end of a file, but not a mere `mod tests;` at its beginning.
fn without_tests(source: &str) -> &str {
    let written_out = |at: &usize| source[*at..].lines().nth(1).is_some_and(|line| line.ends_with('{'));
    let end = source.match_indices("\n#[cfg(test)]\nmod ").map(|(at, _)| at + 1).find(written_out);
    &source[..end.unwrap_or(source.len())]
}

#[test]
fn only_a_written_out_test_module_is_cut_off() {
    let source = "a\n#[cfg(test)]\nmod tests;\nb\n#[cfg(test)]\nmod more {\n}\n";
    assert_eq!(without_tests(source), "a\n#[cfg(test)]\nmod tests;\nb\n");
}

fn texts(lang: Lang) -> Texts {
    let mut texts = Texts::new();
    for (_, source) in bundle::files(lang) {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(sound, _)| sound);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                texts.insert(message.id.name.to_owned(), arguments(value));
            }
            for attribute in &message.attributes {
                let key = format!("{}.{}", message.id.name, attribute.id.name);
                texts.insert(key, arguments(&attribute.value));
            }
        }
    }
    texts
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    in_pattern(pattern, &mut names);
    names
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| in_pattern(&variant.value, names));
        }
        Expression::Inline(inline) => in_inline(inline, names),
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    let mut within = |arguments: &CallArguments<&str>| {
        arguments.positional.iter().for_each(|one| in_inline(one, names));
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => within(arguments),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => within(arguments),
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        _ => {}
    }
}

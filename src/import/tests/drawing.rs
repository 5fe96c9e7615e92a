//! The report as a person reads it, in both languages.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;
use crate::import::run::Report;

/// Translates with the files of this topic alone.
struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    fn of(language: &str) -> Self {
        let path = root().join("src/i18n").join(language).join("import.ftl");
        let resource = FluentResource::try_new(std::fs::read_to_string(path).unwrap()).unwrap();
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap();
        Self { bundle }
    }

    fn find(&self, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let (message, attribute) =
            key.split_once('.').map_or((key, None), |(message, name)| (message, Some(name)));
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, text.clone()),
                Arg::Number(number) => values.set(*name, *number),
                Arg::Key(key) => values.set(*name, *key),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text.into_owned())
    }

    fn say(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.find(key, args).unwrap_or_else(|| panic!("no translation of {key}"))
    }
}

fn report(seed: &Seed) -> Report {
    let folder = tempfile::TempDir::new().unwrap();
    let file = seed.folder().join("original.txt");
    let target = Target { official: Some(FieldNames::default()), ..Target::default() };
    let id = Some(seed.id.to_owned());
    let options = RunOptions {
        file,
        folder: folder.path().to_owned(),
        target,
        id,
        force: false,
        now: 2026,
        claimed: &Claimed::default(),
    };
    let mut report = run(&options).unwrap();
    report.target = Some(Path::new("content/regulations").join(seed.id).join("index.md"));
    report
}

#[test]
fn every_rule_has_its_words_in_both_languages() {
    for language in ["ru", "en"] {
        let words = Words::of(language);
        for rule in rules::ALL {
            let message =
                words.bundle.get_message(rule.0).unwrap_or_else(|| panic!("{language}: {}", rule.0));
            assert!(message.value().is_some());
            for attribute in ["label", "help", "explain"] {
                assert!(message.get_attribute(attribute).is_some(), "{language}: {}.{attribute}", rule.0);
            }
        }
    }
}

#[test]
fn the_reports_of_all_five_are_drawn_in_both_languages() {
    for language in ["ru", "en"] {
        let words = Words::of(language);
        for seed in SEEDS {
            let drawn = draw(&report(&seed), &|key, args| words.say(key, args));
            assert!(drawn.lines().count() > 10 && drawn.contains("index.md"), "{drawn}");
        }
    }
}

#[test]
fn a_methodist_reads_what_was_read_what_is_absent_and_what_to_check() {
    let words = Words::of("ru");
    insta::assert_snapshot!(draw(&report(&S3), &|key, args| words.say(key, args)));
}

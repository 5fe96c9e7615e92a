//! The Fluent bundles: compiled-in files, parsed once.

use super::lang::Lang;
use super::program;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::Entry;
use include_dir::{Dir, include_dir};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The texts of one language.
pub(super) type Bundle = FluentBundle<&'static FluentResource>;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/i18n");
static RU: LazyLock<Vec<FluentResource>> = LazyLock::new(|| parse(Lang::Ru));
static EN: LazyLock<Vec<FluentResource>> = LazyLock::new(|| parse(Lang::En));
static RU_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| assemble(Lang::Ru));
static EN_BUNDLE: LazyLock<Bundle> = LazyLock::new(|| assemble(Lang::En));

/// Every message of the Russian files that has the attribute, in the order of the alphabet.
#[must_use]
pub(crate) fn messages_with(attribute: &str) -> Vec<&'static str> {
    let found: BTreeSet<&str> = resources(Lang::Ru)
        .iter()
        .flat_map(FluentResource::entries)
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
        .filter(|message| message.attributes.iter().any(|one| one.id.name == attribute))
        .map(|message| message.id.name)
        .collect();
    found.into_iter().collect()
}

/// The text of every translation file of a language with its path, in the order of paths.
pub(super) fn files(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = FILES
        .get_dir(lang.code())
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .filter(|(path, _)| path.ends_with(".ftl"))
        .collect();
    files.sort_unstable();
    files
}

/// The texts of a language.
pub(super) fn of(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Ru => &RU_BUNDLE,
        Lang::En => &EN_BUNDLE,
    }
}

fn resources(lang: Lang) -> &'static [FluentResource] {
    match lang {
        Lang::Ru => &RU,
        Lang::En => &EN,
    }
}

/// A file with a mistake still gives its sound messages; the tests refuse mistakes.
fn parse(lang: Lang) -> Vec<FluentResource> {
    let parsed = |text: &str| {
        let text = program::spelt(text).into_owned();
        FluentResource::try_new(text).unwrap_or_else(|(sound, _)| sound)
    };
    let files = files(lang).into_iter().map(|(_, text)| text);
    #[cfg(test)]
    let files = files.chain([test_words(lang)]);
    files.map(parsed).collect()
}

/// The words of a rule that only tests know.
#[cfg(test)]
fn test_words(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => include_str!("../diagnostic/tests/ru.ftl"),
        Lang::En => include_str!("../diagnostic/tests/en.ftl"),
    }
}

fn assemble(lang: Lang) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
    // Marks around arguments show as garbage in terminals and in JSON.
    bundle.set_use_isolating(false);
    // The only failure is a function that exists already, and none does.
    let _ = bundle.add_builtins();
    for resource in resources(lang) {
        // A key that two files claim keeps its first text; the tests refuse that.
        let _claimed_twice = bundle.add_resource(resource);
    }
    bundle
}

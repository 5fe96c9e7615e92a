//! Face texts: the words of the theme, `i18n/<language>.ftl`.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use tera::Value;

use crate::theme::Theme;

/// The words of a theme in the site's language, Russian where a word is missing.
pub(super) struct Face {
    /// The site's language first.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Texts without arguments, which are nearly all.
    plain: BTreeMap<String, Value>,
    /// Mistakes in the files: the path, the line, what is written there.
    pub(super) mistakes: Vec<(String, usize, String)>,
}

/// Why a text cannot be had.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum NoText {
    /// No file has it.
    Unknown,
    /// It names an argument that was not given.
    Incomplete(String),
}

impl Face {
    /// Reads the words of a theme.
    pub(super) fn new(theme: &Theme, language: &str) -> Self {
        let mut face = Self { bundles: Vec::new(), plain: BTreeMap::new(), mistakes: Vec::new() };
        let codes = if language == "ru" { &["ru"][..] } else { &[language, "ru"] };
        for code in codes {
            let path = format!("i18n/{code}.ftl");
            let Some(text) = theme.file(&path).and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
                continue;
            };
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(sound, errors)| {
                face.mistakes.extend(errors.iter().map(|error| mistake(&path, text, error.pos.start)));
                sound
            });
            let names: Vec<String> = plain_names(&resource).collect();
            face.bundles.push(bundle(code, resource));
            for name in names {
                if !face.plain.contains_key(&name)
                    && let Ok(text) = face.format(&name, None)
                {
                    face.plain.insert(name, text.into());
                }
            }
        }
        face
    }

    /// A text without arguments.
    pub(super) fn plain(&self, key: &str) -> Option<&Value> {
        self.plain.get(key)
    }

    /// A text with its arguments filled in.
    pub(super) fn text(&self, key: &str, args: &[(&str, Value)]) -> Result<String, NoText> {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), argument(value)));
        self.format(key, Some(&args.collect()))
    }

    /// The keys of all texts without arguments, for did-you-mean.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.plain.keys().map(String::as_str)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Result<String, NoText> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
        let pattern = |bundle: &FluentBundle<FluentResource>| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
            Some((text, errors))
        };
        match self.bundles.iter().find_map(pattern) {
            Some((text, errors)) if errors.is_empty() => Ok(text),
            Some((text, _)) => Err(NoText::Incomplete(text)),
            None => Err(NoText::Unknown),
        }
    }
}

/// Where a mistake is: its line, and the line's text.
fn mistake(path: &str, text: &str, at: usize) -> (String, usize, String) {
    let line = text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let written = text.lines().nth(line - 1).unwrap_or_default().trim();
    (path.to_owned(), line, written.to_owned())
}

fn bundle(code: &str, resource: FluentResource) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(code.parse().into_iter().collect());
    // Marks around arguments show as garbage when copied out of a page.
    bundle.set_use_isolating(false);
    let _claimed_twice = bundle.add_resource(resource);
    bundle
}

fn plain_names(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => {
            message.value.as_ref().filter(|text| is_plain(text)).map(|_| message.id.name.to_owned())
        }
        _ => None,
    })
}

fn is_plain(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| matches!(element, PatternElement::TextElement { .. }))
}

fn argument(value: &Value) -> FluentValue<'static> {
    match value.as_f64() {
        Some(number) => FluentValue::from(number),
        None => FluentValue::from(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_the_language_of_the_site_and_else_in_russian() {
        let theme = Theme::of(&[
            (
                "i18n/ru.ftl",
                "home = Главная\nfound = { $n ->\n  [one] { $n } ответ\n  [few] { $n } ответа\n *[many] { $n } ответов\n }\n",
            ),
            ("i18n/en.ftl", "found = { $n } answers\n"),
        ]);
        let (ru, en) = (Face::new(&theme, "ru"), Face::new(&theme, "en"));
        assert_eq!(ru.text("found", &[("n", 22.into())]).as_deref(), Ok("22 ответа"));
        assert_eq!(en.text("found", &[("n", 5.into())]).as_deref(), Ok("5 answers"));
        assert_eq!(en.plain("home").map(ToString::to_string).as_deref(), Some("Главная"));
        assert_eq!(ru.text("nothing", &[]), Err(NoText::Unknown));
        assert!(matches!(ru.text("found", &[]), Err(NoText::Incomplete(_))));
    }

    #[test]
    fn a_mistake_in_a_file_is_found_and_the_rest_is_read() {
        let face = Face::new(&Theme::of(&[("i18n/ru.ftl", "a = А\nмимо\nb = Б\n")]), "ru");
        assert_eq!(face.mistakes, [("i18n/ru.ftl".to_owned(), 2, "мимо".to_owned())]);
        assert!(face.plain("a").is_some() && face.plain("b").is_some());
    }
}

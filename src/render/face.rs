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
}

impl Face {
    /// Reads the words of a theme.
    pub(super) fn new(theme: &Theme, language: &str) -> Self {
        let mut face = Self { bundles: Vec::new(), plain: BTreeMap::new() };
        for code in [language, "ru"] {
            let path = format!("i18n/{code}.ftl");
            let Some(text) = theme.file(&path).and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
                continue;
            };
            // A file with a mistake still gives its sound messages.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(sound, _)| sound);
            let names: Vec<String> = plain_names(&resource).collect();
            face.bundles.push(bundle(code, resource));
            for name in names {
                if let Some(text) = face.format(&name, None).filter(|_| !face.plain.contains_key(&name)) {
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
    pub(super) fn text(&self, key: &str, args: &[(&str, Value)]) -> Option<String> {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), argument(value)));
        self.format(key, Some(&args.collect()))
    }

    /// The keys of all texts without arguments, for did-you-mean.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.plain.keys().map(String::as_str)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
        })
    }
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
        assert_eq!(ru.text("found", &[("n", 22.into())]).as_deref(), Some("22 ответа"));
        assert_eq!(en.text("found", &[("n", 5.into())]).as_deref(), Some("5 answers"));
        assert_eq!(en.plain("home").map(ToString::to_string).as_deref(), Some("Главная"));
        assert_eq!(ru.text("nothing", &[]), None);
    }
}

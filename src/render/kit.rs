//! The kit: a theme made ready for drawing. It depends on the theme and the language alone, so the preview keeps it
//! while the content changes.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use tera::{Error, Tera, Value};

use super::assets::Assets;
use super::callable;
use super::face::Face;
use crate::i18n::{self, Lang};
use crate::markup::Labels;
use crate::theme::Theme;

/// What a theme gives to all pages.
pub(crate) struct Kit {
    pub(super) theme: Arc<Theme>,
    pub(super) lang: Lang,
    /// As it is written in the site's settings.
    language: String,
    pub(super) face: Face,
    pub(super) assets: Assets,
    /// Drawings by name.
    pub(super) icons: BTreeMap<String, Value>,
    /// Words inside texts.
    pub(super) labels: Labels,
    /// The parsed templates, or what is wrong with one. Their functions look up the site that is drawn.
    pub(super) templates: Result<Tera, Error>,
    fingerprint: u64,
}

impl Kit {
    /// Prepares a theme.
    pub(crate) fn new(theme: &Arc<Theme>, language: &str) -> Self {
        let lang = language.parse().unwrap_or_default();
        Self {
            theme: Arc::clone(theme),
            lang,
            language: language.to_owned(),
            face: Face::new(theme, language),
            assets: Assets::new(theme),
            icons: icons(theme),
            labels: labels(lang),
            templates: templates(theme),
            fingerprint: fingerprint(theme, language),
        }
    }

    /// The theme.
    pub(crate) fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Equal for equal themes and languages.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// Whether it was prepared from this theme for this language.
    pub(crate) fn is_of(&self, theme: &Theme, language: &str) -> bool {
        let same = std::ptr::eq(&*self.theme, theme) || *self.theme == *theme;
        same && self.language == language
    }
}

fn fingerprint(theme: &Theme, language: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    language.hash(&mut hasher);
    theme.files_under("").for_each(|file| file.hash(&mut hasher));
    hasher.finish()
}

fn templates(theme: &Theme) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    callable::announce(&mut tera);
    let templates = theme.files_under("templates/").filter_map(|(path, bytes)| {
        Some((path.strip_prefix("templates/")?, std::str::from_utf8(bytes).ok()?))
    });
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

fn labels(lang: Lang) -> Labels {
    let word = |key: &str| i18n::text(lang, key, &[]);
    Labels {
        table: word("markup-table"),
        leaf: word("render-leaf"),
        footnote_back: word("markup-footnote-back"),
        tasks: ["done", "open"].map(|task| word(&format!("markup-task-{task}"))),
        alerts: ["note", "tip", "important", "warning", "caution"]
            .map(|alert| word(&format!("markup-alert-{alert}"))),
    }
}

fn icons(theme: &Theme) -> BTreeMap<String, Value> {
    let named = |(path, bytes): (&str, &[u8])| {
        let name = path.rsplit('/').next()?.strip_suffix(".svg")?.to_owned();
        Some((name, Value::safe_string(std::str::from_utf8(bytes).ok()?.trim())))
    };
    ["assets/icons/", "icons/"]
        .into_iter()
        .flat_map(|folder| theme.files_under(folder))
        .filter_map(named)
        .collect()
}

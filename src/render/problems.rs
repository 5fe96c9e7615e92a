//! What can go wrong in rendering, as messages.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind};

use super::engine_words;
use super::kit::Kit;
use crate::artifact::Artifact;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::i18n::Lang;
use crate::model::{Owner, Site};
use crate::theme::Theme;

/// A template cannot be read or drawn.
pub(crate) const TEMPLATE_ERROR: RuleId = RuleId("template-error");
/// A template that pages ask for is not in the theme.
pub(crate) const TEMPLATE_MISSING: RuleId = RuleId("template-missing");
/// A file of face texts breaks the rules of writing.
pub(crate) const FACE_TEXT_BROKEN: RuleId = RuleId("face-text-broken");
/// A style sheet refers to a file that the theme does not have.
pub(crate) const ASSET_MISSING: RuleId = RuleId("asset-missing");
/// A file of the theme claims the path of another output.
pub(crate) const PATH_COLLISION: RuleId = RuleId("path-collision");

/// The failures of many pages, gathered: one mistake in a template is told once.
#[derive(Default)]
pub(super) struct Failures(BTreeMap<Told, (String, usize)>);

impl Failures {
    /// Notes that a page could not be drawn. `page` is what the author knows it by.
    pub(super) fn add(&mut self, error: &Error, template: &str, page: String) {
        let told = place(error, template);
        let seen = self.0.entry(told).or_insert((page, 0));
        seen.1 += 1;
    }

    /// The messages, in the order of templates and lines.
    pub(super) fn into_diagnostics(self, theme: &Theme, lang: Lang) -> Vec<Diagnostic> {
        let told = self.0.into_iter().map(|((file, line, column, message), (page, count))| {
            let diagnostic = template_error(theme, &file, line, column, &engine_words::told(&message, lang));
            let diagnostic = diagnostic.arg("page", page).number("count", count);
            diagnostic.help("help-page")
        });
        told.collect()
    }
}

/// Templates that cannot even be read, each mistake of theirs.
pub(super) fn unreadable(error: &Error, theme: &Theme, lang: Lang) -> Vec<Diagnostic> {
    let reports = match error.kind() {
        ErrorKind::Msg(reports) => reports.split("\n\n").filter_map(reported).collect(),
        _ => Vec::new(),
    };
    let places = if reports.is_empty() { vec![place(error, "")] } else { reports };
    let told = places.into_iter().map(|(file, line, column, message)| {
        template_error(theme, &file, line, column, &engine_words::told(&message, lang)).help("help")
    });
    told.collect()
}

/// What the engine draws of a mistake that it finds when all templates are read: what, and below it where.
fn reported(report: &str) -> Option<Told> {
    let (message, rest) = report.strip_prefix("error: ")?.split_once('\n')?;
    let (_, place) = rest.lines().next()?.split_once("--> ")?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line, file) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?);
    Some((file.to_owned(), line, column, message.to_owned()))
}

fn template_error(theme: &Theme, file: &str, line: usize, column: usize, message: &str) -> Diagnostic {
    let path = theme.shown(&format!("templates/{file}"));
    let diagnostic = Diagnostic::error(TEMPLATE_ERROR).in_file(path.clone());
    let diagnostic = diagnostic.arg("template", path).number("line", line).number("column", column);
    diagnostic.arg("message", message)
}

/// Where an error happened, template, line and column, and what was said.
type Told = (String, usize, usize, String);

/// Where an error happened, and what was said. `template` is what was drawn.
fn place(error: &Error, template: &str) -> Told {
    let file = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let file = report.filename().to_owned();
            return (file, span.start_line, span.start_col + 1, report.message().to_owned());
        }
        ErrorKind::MissingParent { current, .. } => current,
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => tpl,
        _ => template,
    };
    (file.to_owned(), 0, 0, error.to_string())
}

/// A template that is not in the theme, and a page that asks for it.
pub(super) fn template_missing(theme: &Theme, name: &str, page: String) -> Diagnostic {
    let path = theme.shown(&format!("templates/{name}"));
    Diagnostic::error(TEMPLATE_MISSING)
        .in_file(path.clone())
        .arg("template", path)
        .arg("page", page)
        .help("help")
}

/// Mistakes in the theme that spoil no page by themselves.
pub(super) fn of_theme(kit: &Kit) -> Vec<Diagnostic> {
    let theme = &kit.theme;
    let texts = kit.face.mistakes.iter().map(|(path, line, written)| {
        let broken = Diagnostic::warning(FACE_TEXT_BROKEN).in_file(theme.shown(path));
        broken.number("line", *line).arg("text", written).help("help")
    });
    let assets = kit.assets.missing.iter().map(|(path, address)| {
        Diagnostic::warning(ASSET_MISSING).in_file(theme.shown(path)).arg("address", address).help("help")
    });
    texts.chain(assets).collect()
}

/// A file of the theme whose place something of the site has: assets have names made of their bytes, so nobody meets
/// this but by intent.
pub(super) fn asset_taken(site: &Site, asset: &Artifact, owner: Owner) -> Diagnostic {
    let first = site.title_of(owner);
    let taken = Diagnostic::error(PATH_COLLISION).in_file(first).arg("path", asset.path.as_str());
    taken.arg("first", first).arg("second", "assets/").help("help")
}

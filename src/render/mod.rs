//! Site + theme → output files: pages, lists, vocabularies, feeds, maps, assets.
//!
//! Templates see their own page and reach the rest through functions (`query`, `reverse`, …) whose answers
//! are cards. What all pages share is made once (`desk`) and pages are drawn in parallel. Nothing here reads
//! the clock: time is the day the site was built for. The template engine is named in this module only.

mod address;
mod args;
mod assets;
mod body;
mod cards;
mod dates;
mod desk;
mod face;
mod feeds;
mod find;
mod functions;
mod groups;
mod hidden;
mod lists;
mod machine;
mod map;
mod memo;
mod mentions;
mod next_change;
mod page;
mod pager;
mod policy;
mod problems;
mod query;
mod redirects;
mod related;
mod reverse;
mod sheet;
mod site_value;
mod sizes;
mod special;
mod style_urls;
mod succession;
mod terms;
#[cfg(test)]
mod tests;
mod values;
mod worker;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use tera::{Context, Error, Tera};

use crate::artifact::{Artifact, Content};
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::theme::Theme;
use desk::Desk;
pub(crate) use hidden::{Written, hidden, written};
use problems::Failures;
use sheet::{Origin, Sheet};
pub(crate) use worker::worker;

/// A drawn site.
#[derive(Debug)]
#[must_use]
pub(crate) struct Rendered {
    /// The files, in the order of their paths.
    pub(crate) artifacts: Vec<Artifact>,
    /// What went wrong.
    pub(crate) messages: Vec<Diagnostic>,
    /// The next day on which the files would differ though nobody changes the content.
    pub(crate) next_change: Option<Date>,
}

/// Draws a site. Functions of templates outlive this call by their type, so they share the site.
pub(crate) fn render(site: &Arc<Site>, theme: &Theme) -> Rendered {
    let desk = Arc::new(Desk::new(Arc::clone(site), theme));
    let next_change = next_change::next_change(site);
    let of_theme = problems::of_theme(theme, &desk);
    let (artifacts, mut messages) = match engine(theme, &desk) {
        Ok(tera) => draw_all(&desk, theme, &tera),
        Err(error) => (Vec::new(), vec![problems::unreadable(&error, theme, desk.lang)]),
    };
    messages.extend(of_theme);
    Rendered { artifacts, messages, next_change }
}

/// The words of the face in the site's language, for those beside the templates who must say the same.
pub(crate) fn words(theme: &Theme, site: &Site) -> impl Fn(&str) -> String + Sync + use<> {
    let lang = site.config.language.parse().unwrap_or_default();
    let face = face::Face::new(theme, &site.config.language);
    move |key| {
        let of_theme = face.plain(key).map(ToString::to_string);
        of_theme.unwrap_or_else(|| crate::i18n::text(lang, &format!("render-{key}"), &[]))
    }
}

fn draw_all(desk: &Desk, theme: &Theme, tera: &Tera) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let site = &desk.site;
    let sheets: Vec<Sheet> =
        [special::sheets(desk), lists::sheets(desk), terms::sheets(desk)].into_iter().flatten().collect();
    let mut made = Vec::new();
    let mut problems = Vec::new();
    made.extend(machine::sitemap(site));
    let drawn = draw_pages(desk, tera).into_iter().chain(draw_sheets(&sheets, tera));
    settle(desk, theme, drawn.collect(), &mut made, &mut problems);
    made.extend(feeds::artifacts(desk));
    made.extend(machine::robots(site).into_iter().chain(machine::licenses(site, theme)));
    made.extend(redirects::artifacts(desk));
    made.extend(files(site));
    for asset in desk.assets.artifacts() {
        match site.routes.owner_of(&asset.path, true) {
            Some(owner) => problems.push(problems::asset_taken(site, &asset, owner)),
            None => made.push(asset),
        }
    }
    made.sort_by(|a, b| a.path.cmp(&b.path));
    (made, problems)
}

/// The template engine with the theme's templates and our functions.
fn engine(theme: &Theme, desk: &Arc<Desk>) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    functions::register(&mut tera, desk);
    let templates = theme.files_under("templates/").filter_map(|(path, bytes)| {
        Some((path.strip_prefix("templates/")?, std::str::from_utf8(bytes).ok()?))
    });
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// One page drawn or not.
struct Drawn {
    address: String,
    template: String,
    origin: Origin,
    html: Result<String, Error>,
}

fn draw_pages(desk: &Desk, tera: &Tera) -> Vec<Drawn> {
    let pages: Vec<_> = desk.site.published().collect();
    let draw = |(id, page): &(crate::model::PageId, &crate::model::Page)| {
        let template = desk.site.schema.kind(page.kind).template.clone();
        let html = draw(tera, &template, || desk.page_context(*id));
        Drawn { address: page.url.clone(), template, origin: Origin::Page(*id), html }
    };
    pages.par_iter().map(draw).collect()
}

fn draw_sheets(sheets: &[Sheet], tera: &Tera) -> Vec<Drawn> {
    let draw = |sheet: &Sheet| Drawn {
        address: sheet.address.clone(),
        template: sheet.template.clone(),
        origin: sheet.origin.clone(),
        html: draw(tera, &sheet.template, || sheet.context.clone()),
    };
    sheets.par_iter().map(draw).collect()
}

fn draw(tera: &Tera, template: &str, context: impl FnOnce() -> Context) -> Result<String, Error> {
    if !tera.contains_template(template) {
        return Err(Error::new(tera::ErrorKind::TemplateNotFound(template.to_owned())));
    }
    tera.render(template, &context())
}

/// Parts what was drawn from what was not.
fn settle(
    desk: &Desk,
    theme: &Theme,
    drawn: Vec<Drawn>,
    made: &mut Vec<Artifact>,
    problems: &mut Vec<Diagnostic>,
) {
    let mut failures = Failures::default();
    let mut missing = BTreeMap::new();
    for Drawn { address, template, origin, html } in drawn {
        match (html, address::file_of(&address)) {
            (Ok(html), Some(path)) => made.push(Artifact::bytes(path, html)),
            // What can be no path was told of where it is written.
            (Ok(_), None) => {}
            (Err(error), _) if matches!(error.kind(), tera::ErrorKind::TemplateNotFound(name) if *name == template) =>
            {
                missing.entry(template).or_insert_with(|| origin.shown(&desk.site));
            }
            (Err(error), _) => failures.add(&error, &template, origin.shown(&desk.site)),
        }
    }
    let missing = missing.into_iter().map(|(name, page)| problems::template_missing(theme, &name, page));
    problems.extend(missing);
    problems.extend(failures.into_diagnostics(theme, desk.lang));
}

/// Files that are published as they are.
fn files(site: &Site) -> impl Iterator<Item = Artifact> {
    let used = site.files.iter().filter(|file| file.used);
    used.map(|file| Artifact { path: file.path.clone(), content: Content::File(file.disk.clone()) })
}

//! `kabinet search`: the same answers as in the browser, from the published bundle.

use kabinet_search::{Engine, FolderFiles, Fragment, Outcome, PageHit, Request, SectionHit};
use serde_json::{Value, json};

use super::{Said, TROUBLE};
use crate::diagnostic::Format;
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::pipeline;

/// Searches the published site.
pub(super) fn search(options: &Options, query: &str, limit: usize) -> anyhow::Result<Said> {
    let folder = pipeline::target(options).join("search");
    if !folder.is_dir() {
        let folder = folder.display().to_string();
        let err = i18n::text(options.lang, "search-no-bundle", &[("folder", Arg::from(folder))]) + "\n";
        return Ok(Said { err, code: TROUBLE, ..Said::default() });
    }
    let engine = Engine::open(FolderFiles::new(&folder))?;
    let outcome = engine.search(&Request { text: query.to_owned(), limit, ..Request::default() })?;
    let out = match options.format {
        Format::Json => serde_json::to_string_pretty(&hits(&outcome))? + "\n",
        _ => human(&outcome, query, options.lang, options.color),
    };
    Ok(Said { out, ..Said::default() })
}

/// One object a section, the best section of each page first.
fn hits(outcome: &Outcome) -> Vec<Value> {
    let sections =
        outcome.hits.iter().flat_map(|page| page.sections.iter().map(move |section| (page, section)));
    sections.map(|(page, section)| hit(page, section)).collect()
}

fn hit(page: &PageHit, section: &SectionHit) -> Value {
    json!({
        "page": page.page,
        "anchor": section.anchor,
        "title": page.title,
        "heading": section.heading,
        "kind": page.kind,
        "score": section.score,
        "snippet": plain(&section.snippet),
    })
}

fn plain(snippet: &[Fragment]) -> String {
    snippet.iter().map(|fragment| fragment.text.as_str()).collect()
}

fn human(outcome: &Outcome, query: &str, lang: Lang, color: bool) -> String {
    let mut text = String::new();
    for correction in &outcome.corrections {
        let args = [("from", Arg::from(correction.from.as_str())), ("to", Arg::from(correction.to.as_str()))];
        text.push_str(&(i18n::text(lang, "search-corrected", &args) + "\n"));
    }
    if outcome.hits.is_empty() {
        return text + &i18n::text(lang, "search-nothing", &[("query", Arg::from(query))]) + "\n";
    }
    let total = Arg::Number(i64::try_from(outcome.total).unwrap_or(i64::MAX));
    text.push_str(&(i18n::text(lang, "search-found", &[("total", total)]) + "\n"));
    for (number, page) in outcome.hits.iter().enumerate() {
        text.push_str(&format!(
            "\n{}. {} · {}\n",
            number + 1,
            marked(&page.title, true, color),
            page.kind_label
        ));
        for section in &page.sections {
            let anchor =
                if section.anchor.is_empty() { String::new() } else { format!("#{}", section.anchor) };
            let snippet: String = section.snippet.iter().map(|f| marked(&f.text, f.marked, color)).collect();
            text.push_str(&format!("   {}{anchor}\n   {}\n", page.page, snippet.replace('\n', " ")));
        }
    }
    text
}

/// Bold on a terminal; plain elsewhere.
fn marked(text: &str, mark: bool, color: bool) -> String {
    if mark && color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

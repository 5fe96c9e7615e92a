//! `kabinet search`: the same answers as in the browser, from the published bundle.

use std::io;
use std::path::Path;

use anyhow::Context as _;

use kabinet_search::{
    CorrectionKind, Engine, FolderFiles, Fragment, Outcome, PageHit, Request, SearchError, SectionHit,
    address_of,
};

use super::said::{Said, TROUBLE};
use crate::diagnostic::Format;
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::project;

/// Searches the published site.
pub(super) fn search(options: &Options, query: &str, limit: usize) -> anyhow::Result<Said> {
    let folder = project::target(options).join("search");
    match folder.read_dir() {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(refused(options.lang, "search-no-bundle", &folder, ""));
        }
        Err(error) => return Err(error).with_context(|| folder.display().to_string()),
    }
    let today = options.today.since(jiff::civil::date(1970, 1, 1)).ok().map(|span| span.get_days());
    let request = Request { text: query.to_owned(), limit, today, ..Request::default() };
    let outcome = match Engine::open(FolderFiles::new(&folder)).and_then(|engine| engine.search(&request)) {
        Ok(outcome) => outcome,
        Err(SearchError::Format(_)) => return Ok(refused(options.lang, "search-other-format", &folder, "")),
        Err(error) => return Ok(refused(options.lang, "search-damaged", &folder, &error.to_string())),
    };
    let out = match options.format {
        Format::Json => serde_json::to_string_pretty(&outcome.entries())? + "\n",
        _ => Page { lang: options.lang, color: options.color }.whole(&outcome, query),
    };
    Ok(Said { out, ..Said::default() })
}

/// The bundle cannot be searched: trouble with the machine.
fn refused(lang: Lang, key: &str, folder: &Path, details: &str) -> Said {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).display().to_string();
    let args = [("folder", Arg::from(folder)), ("details", Arg::from(details))];
    let said = i18n::text(lang, key, &args);
    let err = i18n::text(lang, "cli-error", &[("text", said.into())]) + "\n";
    Said { err, code: TROUBLE, ..Said::default() }
}

/// The answers as a person reads them.
struct Page {
    lang: Lang,
    color: bool,
}

impl Page {
    fn whole(&self, outcome: &Outcome, query: &str) -> String {
        let mut text = self.understood(outcome, query);
        if outcome.hits.is_empty() {
            let empty = !query.chars().any(char::is_alphanumeric);
            let key = if empty { "search-empty" } else { "search-nothing" };
            text.push_str(&self.line(key, &[("query", Arg::from(shortened(query)))]));
            if !outcome.suggestions.is_empty() {
                let words = outcome.suggestions.join(", ");
                text.push_str(&self.line("search-suggestions", &[("words", Arg::from(words))]));
            }
            return text;
        }
        let total = Arg::Number(i64::try_from(outcome.total).unwrap_or(i64::MAX));
        text.push_str(&self.line("search-found", &[("total", total)]));
        for (number, page) in outcome.hits.iter().enumerate() {
            text.push_str(&self.page(number + 1, page));
        }
        text
    }

    /// How the query was read, where not as it was typed.
    fn understood(&self, outcome: &Outcome, query: &str) -> String {
        let mut text = String::new();
        if let Some(corrected) = &outcome.corrected {
            let args = [("from", Arg::from(shortened(query))), ("to", Arg::from(corrected.as_str()))];
            text.push_str(&self.line("search-corrected", &args));
        }
        for beside in &outcome.corrections {
            let key = match beside.kind {
                CorrectionKind::Also => "search-also",
                CorrectionKind::Synonym => "search-synonym",
                CorrectionKind::Day => "search-day",
                _ => continue,
            };
            let args = [("from", Arg::from(beside.from.as_str())), ("to", Arg::from(beside.to.as_str()))];
            text.push_str(&self.line(key, &args));
        }
        text.push_str(&self.offers(outcome));
        if outcome.relaxed && !outcome.hits.is_empty() {
            text.push_str(&self.line("search-relaxed", &[]));
        }
        text
    }

    /// Words of the language that no page holds, a line each, with near words to ask for.
    fn offers(&self, outcome: &Outcome) -> String {
        let mut text = String::new();
        let mut asked: Vec<&str> = Vec::new();
        for offer in &outcome.offers {
            if asked.contains(&offer.from.as_str()) {
                continue;
            }
            asked.push(&offer.from);
            let near = outcome.offers.iter().filter(|one| one.from == offer.from).map(|one| one.to.as_str());
            let words = near.map(|word| i18n::text(self.lang, "search-quoted", &[("word", Arg::from(word))]));
            let words = words.collect::<Vec<_>>().join(", ");
            let args = [("word", Arg::from(offer.from.as_str())), ("words", Arg::from(words))];
            text.push_str(&self.line("search-offer", &args));
        }
        text
    }

    fn page(&self, number: usize, page: &PageHit) -> String {
        let title = self.fragments(&page.title_fragments);
        let mut text = format!("\n{number}. {title} · {}\n", page.kind_label);
        if page.sections.is_empty() {
            text.push_str(&format!("   {}\n", page.page));
        }
        for section in &page.sections {
            text.push_str(&self.section(page, section));
        }
        text
    }

    fn section(&self, page: &PageHit, section: &SectionHit) -> String {
        let mut place = self.place(section);
        if !place.is_empty() {
            place.push_str(" · ");
        }
        let mut text = format!("   {place}{}\n", address_of(&page.page, &section.anchor));
        let snippet = one_line(&self.fragments(&section.snippet));
        if !snippet.is_empty() {
            text.push_str(&format!("      {snippet}\n"));
        }
        text
    }

    /// Where a section stands: «п. 3.2.5», «разд. 3», or its heading.
    fn place(&self, section: &SectionHit) -> String {
        let cited =
            [("p-", "render-clause"), ("s-", "render-section")].into_iter().find_map(|(prefix, key)| {
                let number = section.anchor.strip_prefix(prefix)?.split('-').next()?;
                let numbered = number.starts_with(|c: char| c.is_ascii_digit());
                numbered.then(|| i18n::text(self.lang, key, &[("number", Arg::from(number))]))
            });
        cited.unwrap_or_else(|| one_line(&section.heading))
    }

    fn fragments(&self, fragments: &[Fragment]) -> String {
        fragments.iter().map(|fragment| self.marked(fragment)).collect()
    }

    /// Bold on a terminal; plain elsewhere.
    fn marked(&self, fragment: &Fragment) -> String {
        let bold = fragment.marked && self.color;
        if bold { format!("\u{1b}[1m{}\u{1b}[0m", fragment.text) } else { fragment.text.clone() }
    }

    fn line(&self, key: &str, args: &[(&str, Arg)]) -> String {
        i18n::text(self.lang, key, args) + "\n"
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A query of a whole pasted page is not repeated in full.
fn shortened(query: &str) -> String {
    const LONGEST: usize = 120;
    let query = one_line(query);
    match query.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &query[..end]),
        None => query,
    }
}

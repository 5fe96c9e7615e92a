//! `kabinet verify`: whether the published site still is what was published.

use serde_json::json;

use super::said::{CONTENT, Said, TROUBLE};
use crate::diagnostic::{self, Fate, Format, Look};
use crate::emit::{self, Verified};
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::project;
use crate::source::Sources;

/// How many files of a sort are named to a person.
const NAMED: usize = 10;

/// Holds the published folder against its manifest.
pub(super) fn verify(options: &Options, look: &Look) -> Said {
    let target = project::target(options);
    match emit::verify(&target) {
        Err(error) => {
            let report = diagnostic::report(
                vec![error.diagnostic()],
                &Sources::default(),
                options.format,
                look,
                Fate::Silent,
            );
            Said { out: report.out, err: report.err, code: TROUBLE }
        }
        Ok(verified) => {
            let out = match options.format {
                Format::Json => as_json(&verified),
                _ => in_words(options.lang, &target.display().to_string(), &verified),
            };
            Said { out, code: if verified.is_whole() { 0 } else { CONTENT }, ..Said::default() }
        }
    }
}

fn as_json(verified: &Verified) -> String {
    let foreign: Vec<_> = verified.foreign.iter().map(|path| path.to_string_lossy()).collect();
    let whole = json!({
        "files": verified.files,
        "missing": verified.missing,
        "changed": verified.changed,
        "foreign": foreign,
    });
    format!("{whole:#}\n")
}

fn in_words(lang: Lang, folder: &str, verified: &Verified) -> String {
    let key = if verified.is_whole() { "verify-whole" } else { "verify-differs" };
    let args = [("folder", Arg::from(folder)), ("files", Arg::from(verified.files))];
    let mut text = i18n::text(lang, key, &args) + "\n";
    let foreign: Vec<String> =
        verified.foreign.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    for (key, paths) in [
        ("verify-missing", &verified.missing),
        ("verify-changed", &verified.changed),
        ("verify-foreign", &foreign),
    ] {
        text.push_str(&listed(lang, key, paths));
    }
    if !verified.is_whole() {
        text.push_str(&(i18n::text(lang, "verify-mend", &[]) + "\n"));
    }
    text
}

fn listed(lang: Lang, key: &str, paths: &[String]) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", i18n::text(lang, key, &[("count", Arg::from(paths.len()))]));
    for path in paths.iter().take(NAMED) {
        text.push_str(&format!("  {path}\n"));
    }
    if paths.len() > NAMED {
        let more = [("count", Arg::from(paths.len() - NAMED))];
        text.push_str(&format!("  {}\n", i18n::text(lang, "verify-more", &more)));
    }
    text
}

//! `kabinet prove`: a certificate of publication is issued and written down.

use std::path::Path;

use super::said::{CONTENT, Said, TROUBLE, refused};
use crate::diagnostic::{self, Fate, Look};
use crate::emit;
use crate::i18n::{self, Arg};
use crate::ledger;
use crate::options::Options;
use crate::progress::Progress;
use crate::project::{Certificate, Project, Refusal, certificate, sound};
use crate::source::Sources;

/// Issues a certificate of a document, unless the content has errors or the document says what its last one says.
pub(super) fn prove(options: &Options, file: &Path, look: &Look) -> anyhow::Result<Said> {
    if options.locked {
        return Ok(refused(look.lang, "prove-locked", &[]));
    }
    let progress = Progress::new(options.progress, options.lang);
    let prepared = Project::once(options).prepare(&progress);
    progress.finish();
    let prepared = prepared?;
    if !sound(&prepared.messages) {
        let (messages, sources) = (prepared.messages, &prepared.site.sources);
        let told = diagnostic::report(messages, sources, options.format, look, Fate::Silent);
        let unsound = refused(look.lang, "prove-unsound", &[]).err;
        return Ok(Said { out: told.out, err: format!("{}\n{unsound}", told.err), code: CONTENT });
    }
    let written = within(options, file);
    match certificate(&prepared, &written)? {
        Ok(certificate) => issue(options, &certificate, look),
        Err(refusal) => Ok(said(&refusal, &written, look)),
    }
}

/// The path from the site's root, however the file was named; a name of a document stays one.
fn within(options: &Options, file: &Path) -> String {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (root, named) = (whole(&options.root), whole(file));
    let inside = named.strip_prefix(&root).ok().filter(|inside| inside.starts_with("content"));
    inside.unwrap_or(file).to_string_lossy().replace('\\', "/").trim_start_matches("./").to_owned()
}

fn issue(options: &Options, certificate: &Certificate, look: &Look) -> anyhow::Result<Said> {
    let Certificate { entry, title, address, lock, .. } = certificate;
    let path = options.root.join(ledger::PATH);
    let written = lock.as_ref().map_or(Ok(()), |lock| emit::record(&path, lock.as_bytes()));
    if let Err(error) = written {
        let (problem, none) = (vec![error.diagnostic()], Sources::default());
        let told = diagnostic::report(problem, &none, options.format, look, Fate::Silent);
        return Ok(Said { out: told.out, err: told.err, code: TROUBLE });
    }
    let date = crate::dates::dotted(entry.issued);
    let args: [(&str, Arg); 7] = [
        ("number", entry.number.as_str().into()),
        ("title", title.as_str().into()),
        ("date", date.as_str().into()),
        ("sum", entry.text.as_str().into()),
        ("files", Arg::from(entry.files.len())),
        ("lock", ledger::PATH.into()),
        ("page", address.as_str().into()),
    ];
    let key = if lock.is_some() { "prove-done" } else { "prove-known" };
    Ok(Said { out: i18n::text(look.lang, key, &args) + "\n", ..Said::default() })
}

fn said(refusal: &Refusal, written: &str, look: &Look) -> Said {
    let (key, known) = match refusal {
        Refusal::Unknown => ("prove-unknown", String::new()),
        Refusal::Several(names) => ("prove-several", names.join(", ")),
        Refusal::Kind(_, kinds) if kinds.is_empty() => ("prove-no-kind", String::new()),
        Refusal::Kind(_, kinds) => ("prove-kind", kinds.join(", ")),
        Refusal::Hidden => ("prove-hidden", String::new()),
    };
    let kind = if let Refusal::Kind(kind, _) = refusal { kind } else { "" };
    refused(look.lang, key, &[("file", written), ("known", &known), ("kind", kind)])
}

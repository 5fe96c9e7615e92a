//! `kabinet init` and `kabinet new`: how a portal and a page begin.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::import::kind_unknown;
use super::said::{CONTENT, Said, refused};
use super::{build, preview};
use crate::diagnostic::{self, Look};
use crate::i18n::{self, Arg, Lang};
use crate::load;
use crate::options::Options;
use crate::schema::Kind;
use crate::source::Sources;
use crate::start::{self, Centre, Filled, Given, Interview, Taken};

/// The folder of the files that show the fields of each kind: beside the content, so that none is a page.
const SAMPLES: &str = "образцы";
/// The file in it with the fields that every page may have.
const COMMON: &str = "общие-поля.md";

/// Somebody at the keyboard, or a script before a pipe.
struct Person {
    lang: Lang,
    /// Whether anybody is asked at all.
    asked: bool,
}

impl Interview for Person {
    fn ask(&mut self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        if !self.asked {
            return None;
        }
        tell(&format!("{} ", text(self.lang, key, args)));
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer).unwrap_or_default();
        if read == 0 {
            tell("\n");
            self.asked = false;
        }
        (read > 0).then(|| answer.trim().to_owned())
    }

    fn say(&mut self, key: &str) {
        tell(&format!("{}\n", text(self.lang, key, &[])));
    }
}

/// A question belongs to the conversation, not to the result: it goes where messages go.
fn tell(text: &str) {
    let mut out = anstream::stderr();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn text(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
    i18n::text(lang, key, &args)
}

/// Begins a portal in the folder of the options; where a person sits before the screen, shows it.
///
/// # Errors
/// When the disk refuses.
pub(super) fn init(
    options: &Options,
    given: &Given,
    (asks, shows): (bool, bool),
    look: &Look,
) -> anyhow::Result<Said> {
    let (folder, lang) = (&options.root, look.lang);
    let shown = folder.display().to_string();
    if let Err(Taken(path)) = start::free_folder(folder).with_context(|| shown.clone())? {
        return Ok(refused(
            lang,
            "start-not-empty",
            &[("folder", &shown), ("file", &path.display().to_string())],
        ));
    }
    let mut person = Person { lang, asked: asks };
    let Some(centre) = Centre::ask(given, &mut person) else {
        return Ok(refused(lang, "start-no-name", &[("folder", &shown)]));
    };
    for (path, text) in start::files(&centre) {
        created(&folder.join(path), &text)?;
    }
    let (declared, _) = load::declared(folder)?;
    let samples = folder.join(SAMPLES);
    let listed =
        || declared.schema.kinds.iter().filter(|kind| kind.list.is_some() && kind.document.is_none());
    for kind in listed() {
        let text = start::sample(kind, &|key, args| text(lang, key, args));
        created(&samples.join(format!("{}.md", kind.folder)), &text)?;
    }
    created(&samples.join(COMMON), &start::common(listed(), &|key, args| text(lang, key, args)))?;
    let said = text(lang, "start-done", &[("folder", &shown), ("root", &root(folder))]) + "\n";
    if !shows {
        return Ok(Said { out: said, ..Said::default() });
    }
    tell(&said);
    preview::serve(options, None, true, look)
}

/// Writes a file of a folder that was empty a moment ago; whoever put something there meanwhile keeps it.
fn created(path: &Path, text: &str) -> anyhow::Result<()> {
    let made = start::create(path, text).with_context(|| path.display().to_string())?;
    made.map_err(|_| io::Error::from(io::ErrorKind::AlreadyExists))
        .with_context(|| path.display().to_string())
}

/// How to name a folder after `--root`, if it must be named.
fn root(folder: &Path) -> String {
    if folder.as_os_str().is_empty() || folder == Path::new(".") {
        return String::new();
    }
    format!(" --root \"{}\"", folder.display())
}

/// Makes a page of a kind and says what is still to be done in it.
///
/// # Errors
/// When the site cannot be read or the disk refuses.
pub(super) fn page(
    options: &Options,
    (kind, title, fields): (&str, &str, &[String]),
    asks: bool,
    look: &Look,
) -> anyhow::Result<Said> {
    let lang = look.lang;
    let (declared, _) = load::declared(&options.root)?;
    let schema = &declared.schema;
    let Some(kind) = schema.kind_called(kind).map(|index| schema.kind(index)) else {
        let text = diagnostic::human(&[kind_unknown(kind, schema)], &Sources::default(), look);
        return Ok(Said { err: text, code: CONTENT, ..Said::default() });
    };
    let given = match values(kind, fields) {
        Ok(given) => given,
        Err(written) => {
            return Ok(refused(lang, "start-no-field", &[("written", &written), ("kind", &kind.label)]));
        }
    };
    let name = start::file_name(title);
    if name.is_empty() {
        return Ok(refused(lang, "start-no-file-name", &[("title", title)]));
    }
    let place = kind.document.clone().unwrap_or_else(|| format!("{}/{name}", kind.folder));
    let path = options.root.join("content").join(format!("{place}.md"));
    let shown = path.display().to_string();
    if start::is_taken(&path) {
        return Ok(refused(lang, "start-taken", &[("file", &shown)]));
    }
    let mut person = Person { lang, asked: asks };
    let filled = start::fill((kind, schema), title, &given, &mut person, &|key, args| text(lang, key, args));
    if let Err(Taken(_)) = start::create(&path, &filled.text).with_context(|| shown.clone())? {
        return Ok(refused(lang, "start-taken", &[("file", &shown)]));
    }
    told(options, &path, &filled, look)
}

/// The values that came as `поле=значение`, by the names of fields; the first that is none of the kind's.
fn values(kind: &Kind, fields: &[String]) -> Result<BTreeMap<String, String>, String> {
    let pairs = fields.iter().map(|pair| {
        let (name, value) = pair.split_once('=').ok_or_else(|| pair.clone())?;
        let field = kind.fields.find_key(&crate::text::key(name)).ok_or_else(|| name.to_owned())?;
        Ok((field.name.clone(), value.trim().to_owned()))
    });
    pairs.collect()
}

/// Where the page is, what is missing in it, and what the check says of it alone.
fn told(options: &Options, path: &Path, filled: &Filled, look: &Look) -> anyhow::Result<Said> {
    let shown = path.display().to_string();
    let mut out = text(look.lang, "start-page", &[("file", &shown)]) + "\n";
    if !filled.open.is_empty() {
        out += &(text(look.lang, "start-open", &[("fields", &filled.open.join(", "))]) + "\n");
    }
    let within: PathBuf = path.strip_prefix(&options.root).unwrap_or(path).to_owned();
    let said = build::check_file(options, &within, look)?;
    Ok(Said { out, err: said.err, code: said.code })
}

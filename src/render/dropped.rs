//! The page of a file without a card: what is in it, and how it comes to be published. The preview alone shows it.

use tera::Value;

use super::map::map;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::{body, pictures, sizes, values};
use crate::artifact::OutPath;
use crate::i18n::Arg;
use crate::model::{Dropped, FileId, Home, PageId, SiteFile};
use crate::schema::{Kind, known};
use crate::text::key;

/// The template of this page.
const TEMPLATE: &str = "dropped.html";
/// The endings of files that an import reads though no text was taken of them.
const TEXTS: [&str; 4] = ["txt", "doc", "html", "htm"];
/// Signs that stand for themselves in the command line of every system, beside letters and digits.
const PLAIN: &str = " ._-/()№+";

/// The page of a file without a card, to lie at a path.
pub(super) fn sheet(shared: &Shared, dropped: &Dropped, path: &OutPath) -> Sheet {
    let context = &*shared.context;
    let (site, file) = (&context.site, context.site.file(dropped.file));
    let address = format!("/{}", path.as_str());
    let title = title(file);
    let mut variables = shared.variables(&address, &[(&title, &address)]);
    variables.insert_value("title", title.as_str().into());
    variables.insert_value("source", file.source.as_str().into());
    variables.insert_value("file", values::file(context, dropped.file, None, None));
    variables.insert_value("steps", steps(shared, dropped, file, &title));
    let same = dropped.same.map(|same| Value::from(site.file(same).source.as_str()));
    variables.insert_value("same", same.unwrap_or_else(Value::none));
    let said = file.said.as_ref().map(|said| Value::from(told(shared, said)));
    variables.insert_value("said", said.unwrap_or_else(Value::none));
    variables.insert_value("picture", picture(shared, dropped.file, file));
    let paper = file.paper.as_ref();
    let body = paper.filter(|paper| paper.packed.is_empty()).map(|paper| body::paper(context, paper));
    let html = body.map_or_else(Value::none, |body| Value::safe_string(&body.html));
    variables.insert_value("html", html);
    let packed = paper.iter().flat_map(|paper| &paper.packed).map(|one| {
        let size = sizes::text(one.size, context.kit.lang);
        map([("name", one.name.as_str().into()), ("size_text", size.into())])
    });
    variables.insert_value("packed", packed.collect::<Vec<_>>().into());
    Sheet { template: TEMPLATE.to_owned(), variables, origin: Origin::Own(TEMPLATE) }
}

/// What a file is called as long as nobody calls it otherwise: its name without the ending.
fn title(file: &SiteFile) -> String {
    let name = file.name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ");
    if stem.trim().is_empty() { name.to_owned() } else { stem.trim().to_owned() }
}

/// What there is to say of a file once something names it.
fn told(shared: &Shared, said: &crate::diagnostic::Diagnostic) -> String {
    shared.context.word(said.rule.0, &said.args)
}

fn picture(shared: &Shared, id: FileId, file: &SiteFile) -> Value {
    if file.picture.is_none() {
        return Value::none();
    }
    let shown = pictures::shown(&shared.context, id);
    let (width, height) = shown.size.unwrap_or_default();
    map([("src", shown.src.into()), ("width", width.into()), ("height", height.into())])
}

/// The ways in which a file is published, each with what is to be typed or written.
fn steps(shared: &Shared, dropped: &Dropped, file: &SiteFile, title: &str) -> Value {
    let context = &*shared.context;
    let step = |name: &str, command: &str, args: &[(&str, Arg)]| {
        let key = format!("render-dropped-{name}");
        let command = context.word(&format!("{key}.{command}"), args);
        map([("text", context.word(&key, args).into()), ("command", command.into())])
    };
    if !is_plain(&file.source) {
        return vec![step("rename", "command", &[])].into();
    }
    let text = |text: &str| Arg::from(text);
    let kind = match dropped.home {
        Home::Page(page) => Some(context.site.page(page).kind),
        Home::Kind(kind) => Some(kind),
        Home::Nowhere => None,
    };
    let kind = kind.map(|kind| context.site.schema.kind(kind));
    let mut steps = Vec::new();
    if is_text(file) {
        let word = kind.map(|kind| key(&kind.label));
        let command = if word.is_some() { "command" } else { "command-guess" };
        let args = [("file", text(&file.source)), ("kind", Arg::from(word.unwrap_or_default()))];
        steps.push(step("import", command, &args));
    }
    let field =
        |kind: &Kind| kind.fields.get(known::ATTACHMENTS).map(|field| Arg::from(field.label.to_lowercase()));
    // The text of a page shows a picture; what it shows must be said there.
    let shows = file.picture.is_some();
    match (dropped.home, kind, kind.and_then(field)) {
        (Home::Page(page), _, Some(field)) => {
            let (page, file) = (Arg::from(card(shared, page)), text(within(shared, page, file)));
            let name = if shows { "page-picture" } else { "page" };
            steps.push(step(name, "command", &[("page", page), ("field", field), ("file", file)]));
        }
        (Home::Kind(_), Some(kind), Some(field)) => {
            let folder = format!("content/{}/", kind.folder);
            let rest = file.source.strip_prefix(&folder).unwrap_or(&file.source);
            let (kind, title) = (Arg::from(key(&kind.label)), text(title));
            let args = [("kind", kind), ("title", title), ("field", field), ("file", text(rest))];
            let names: &[&str] = if shows { &["new-picture", "picture"] } else { &["new"] };
            steps.extend(names.iter().map(|name| step(name, "command", &args)));
        }
        _ => steps.push(step("move", "command", &[])),
    }
    steps.into()
}

/// Whether an import reads a file.
fn is_text(file: &SiteFile) -> bool {
    let paper = file.paper.as_ref().is_some_and(|paper| paper.packed.is_empty());
    paper || TEXTS.contains(&file.ending().as_str())
}

/// The file that a page is written in.
fn card(shared: &Shared, page: PageId) -> String {
    let site = &shared.context.site;
    site.sources.get(site.page(page).source).path().to_owned()
}

/// The path of a file from the folder of a page.
fn within<'f>(shared: &Shared, page: PageId, file: &'f SiteFile) -> &'f str {
    let card = card(shared, page);
    let folder = card.rsplit_once('/').map_or("", |(folder, _)| folder);
    file.source.strip_prefix(folder).map_or(file.source.as_str(), |rest| rest.trim_start_matches('/'))
}

/// Whether a path can stand in a command line between quotes. One that a shell would take for more than a name is not
/// shown there: whoever sent the file chose it.
fn is_plain(path: &str) -> bool {
    path.chars().all(|c| c.is_alphanumeric() || PLAIN.contains(c))
}

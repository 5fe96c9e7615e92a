//! The twin of an attachment: the page of its text, for those who cannot or would not open the file.

use super::map::map;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::values;
use super::{body, sizes};
use crate::model::FileId;
use crate::model::routes::TWIN;

/// The page of the text of a file.
pub(super) fn sheet(shared: &Shared, id: FileId) -> Option<Sheet> {
    let context = &*shared.context;
    let file = context.site.file(id);
    let (address, paper) = (file.twin()?, file.paper.as_ref()?);
    let (from, title) = shared.offers().get(&id)?;
    let title = if title.is_empty() { file.name() } else { title.as_str() };
    let page = context.site.page(*from);
    let kind = context.site.schema.kind(page.kind);
    let list = kind.list.as_ref().map(|list| (kind.title.as_str(), list.address.as_str()));
    let way: Vec<(&str, &str)> = list.into_iter().chain([(title, address.as_str())]).collect();
    let mut variables = shared.variables(&address, &way);
    let body = body::paper(context, paper);
    variables.insert_value("title", title.into());
    variables.insert_value("file", values::file(context, id, Some(title), None));
    variables.insert_value("from", shared.cards.brief(*from));
    variables.insert_value("html", tera::Value::safe_string(&body.html));
    variables.insert_value("guessed", paper.guessed.into());
    let packed = paper.packed.iter().map(|file| {
        map([
            ("name", file.name.as_str().into()),
            ("size_text", sizes::text(file.size, context.kit.lang).into()),
        ])
    });
    variables.insert_value("packed", packed.collect::<Vec<_>>().into());
    variables.insert_value("toc", body.toc);
    Some(Sheet { template: TWIN.to_owned(), variables, origin: Origin::Own(TWIN) })
}

//! List files: many documents in one YAML file, such as the plan of a year.

use super::document::Document;
use super::place::{Place, take_body};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::schema::known::{ID, TITLE};
use crate::text::key;
use crate::yaml::{Entry, Node, Yaml};

pub(crate) const LIST_ITEM_INVALID: RuleId = RuleId("list-item-invalid");
pub(crate) const LIST_SHARED_TOO_LONG: RuleId = RuleId("list-shared-too-long");

pub(crate) const LIST_FILE_TOO_LONG: RuleId = RuleId("list-file-too-long");

/// What the list of documents of a file is called.
const ITEMS: [&str; 7] = ["items", "записи", "пункты", "страницы", "список", "элементы", "документы"];

/// So many documents one list file may hold: the plans of many years, and no more memory than a build has.
const MOST_ITEMS: usize = 5000;

/// Bytes that one shared value may come to in all items together.
const SHARED: usize = 4 << 20;

/// Reads a file that is a list of documents, or has one as its `items:`; the other keys of the file are then
/// defaults for all of them.
pub(super) fn read(
    place: &Place<'_>,
    node: &Node,
    mut problems: Vec<Diagnostic>,
) -> (Vec<Document>, Vec<Diagnostic>) {
    let listed = entry(place, node);
    let numbered = listed.and_then(|entry| numbered(place, &entry.node));
    let items = numbered.as_deref().unwrap_or_else(|| listed.map_or(node, |entry| &entry.node).items());
    let shared =
        node.entries().iter().filter(|entry| listed.is_none_or(|one| one.key_span != entry.key_span));
    // What is no field has its message at the first item, not at each.
    let (mut defaults, unknown): (Vec<&Entry>, Vec<&Entry>) =
        shared.partition(|entry| place.knows(&entry.key));
    problems.extend(too_long(&mut defaults, items.len()));
    let mut once = unknown;
    if let Some(over) = items.get(MOST_ITEMS) {
        let long = Diagnostic::error(LIST_FILE_TOO_LONG).at(over.span).number("count", items.len());
        problems.push(long.number("most", MOST_ITEMS).help("help"));
    }
    let mut documents = Vec::new();
    for (number, item) in items.iter().enumerate().take(MOST_ITEMS) {
        if !matches!(item.value, Yaml::Map(_)) {
            problems.push(Diagnostic::error(LIST_ITEM_INVALID).at(item.span).help("help"));
            continue;
        }
        let mut fields = Node {
            value: Yaml::Map(merge(place, item.entries(), defaults.iter().chain(&once).copied())),
            span: item.span,
        };
        once.clear();
        let body = take_body(&mut fields);
        let name = name(place, &fields).unwrap_or_else(|| format!("{}-{}", place.name, number + 1));
        documents.push(place.document(fields, body, Some(name), &mut problems));
    }
    (documents, problems)
}

/// The items of a list that is written as a mapping, each under its number: `1: {название: …}`.
fn numbered(place: &Place<'_>, node: &Node) -> Option<Vec<Node>> {
    let item = |entry: &Entry| matches!(entry.node.value, Yaml::Map(_)) && !place.knows(&entry.key);
    let entries = node.entries();
    (!entries.is_empty() && entries.iter().all(item))
        .then(|| entries.iter().map(|one| one.node.clone()).collect())
}

/// The entry with the list of documents: one of the usual name, or under any word that is no field («мероприятия:») the
/// only list of pages in a file that is no page itself.
pub(super) fn entry<'n>(place: &Place<'_>, node: &'n Node) -> Option<&'n Entry> {
    let named = node.entries().iter().find(|entry| ITEMS.contains(&key(&entry.key).as_str()));
    let pages = |entry: &&Entry| {
        let maps = |items: &[Node]| items.iter().all(|item| matches!(item.value, Yaml::Map(_)));
        let list = matches!(&entry.node.value, Yaml::List(items) if !items.is_empty() && maps(items));
        list && !place.knows(&entry.key) && place.entry(node, TITLE).is_none()
    };
    named.or_else(|| node.entries().iter().find(pages))
}

/// Leaves out the shared values that would grow beyond measure by standing in every item, and reports them.
fn too_long(defaults: &mut Vec<&Entry>, items: usize) -> Vec<Diagnostic> {
    let fits = |entry: &&Entry| entry.node.span.range().len().saturating_mul(items) <= SHARED;
    let (kept, long): (Vec<&Entry>, Vec<&Entry>) = defaults.iter().copied().partition(fits);
    *defaults = kept;
    let problem = |entry: &Entry| {
        let problem = Diagnostic::error(LIST_SHARED_TOO_LONG).at(entry.key_span).arg("field", &entry.key);
        problem.number("items", items as i64).help("help")
    };
    long.into_iter().map(problem).collect()
}

/// The item's own entries, then the defaults it does not override.
fn merge<'e>(place: &Place<'_>, own: &'e [Entry], defaults: impl Iterator<Item = &'e Entry>) -> Vec<Entry> {
    let given: Vec<String> = own.iter().map(|entry| place.field_name(&entry.key)).collect();
    let rest = defaults.filter(|entry| !given.contains(&place.field_name(&entry.key)));
    own.iter().chain(rest).cloned().collect()
}

/// What an item without an `id` is called: its title.
fn name(place: &Place<'_>, fields: &Node) -> Option<String> {
    let of = |name: &str| place.entry(fields, name)?.node.text().map(str::to_owned);
    of(ID).or_else(|| of(TITLE))
}

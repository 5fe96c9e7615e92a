//! List files: many documents in one YAML file, such as the plan of a year.

use super::document::{Document, Place, take_body};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::schema::known::{ID, TITLE};
use crate::yaml::{Entry, Node, Yaml};

pub(crate) const LIST_ITEM_INVALID: RuleId = RuleId("list-item-invalid");

/// Reads a file that is a list of documents, or has one as its `items:`; the other keys of the file are then
/// defaults for all of them.
pub(super) fn read(
    place: &Place<'_>,
    node: &Node,
    mut problems: Vec<Diagnostic>,
) -> (Vec<Document>, Vec<Diagnostic>) {
    let defaults: Vec<&Entry> = node.entries().iter().filter(|entry| entry.key != "items").collect();
    let mut documents = Vec::new();
    for (number, item) in node.get("items").unwrap_or(node).items().iter().enumerate() {
        if !matches!(item.value, Yaml::Map(_)) {
            problems.push(Diagnostic::error(LIST_ITEM_INVALID).at(item.span).help("help"));
            continue;
        }
        let mut fields = Node { value: Yaml::Map(merge(place, item.entries(), &defaults)), span: item.span };
        let body = take_body(&mut fields);
        let name = name(place, &fields).unwrap_or_else(|| format!("{}-{}", place.name, number + 1));
        documents.push(place.document(fields, body, Some(name), &mut problems));
    }
    (documents, problems)
}

/// The item's own entries, then the defaults it does not override.
fn merge(place: &Place<'_>, own: &[Entry], defaults: &[&Entry]) -> Vec<Entry> {
    let given: Vec<String> = own.iter().map(|entry| place.field_name(&entry.key)).collect();
    let rest = defaults.iter().filter(|entry| !given.contains(&place.field_name(&entry.key)));
    own.iter().chain(rest.copied()).cloned().collect()
}

/// What an item without an `id` is called: its title.
fn name(place: &Place<'_>, fields: &Node) -> Option<String> {
    let of = |name: &str| place.entry(fields, name)?.node.text().map(str::to_owned);
    of(ID).or_else(|| of(TITLE))
}

//! Values of open vocabularies that documents use and nobody declared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::asked::Meant;
use super::lock::Lock;
use crate::field::parts;
use crate::load::{Document, Documents};
use crate::schema::{Schema, TermIndex, TermRef, Vocabulary, VocabularyIndex};
use crate::yaml::Node;

/// Values by the places of their vocabularies.
pub(super) type Used = BTreeMap<usize, BTreeSet<String>>;

/// A schema in which the values that documents use have joined their open vocabularies, in the order of the alphabet.
/// One that was published keeps its id, and no other gets it: «C» comes after «C++» and finds `c` taken.
pub(super) fn opened(declared: &Schema, used: &Used, lock: &Lock) -> Schema {
    let mut schema = declared.clone();
    for (index, values) in used {
        let vocabulary = &mut schema.vocabularies[*index];
        let name = vocabulary.id.clone();
        lock.term_ids(&name).for_each(|id| vocabulary.take(id));
        for label in values {
            if vocabulary.find(label).is_none() {
                vocabulary.open_term(label.clone(), lock.term_id(&name, label));
            }
        }
    }
    schema
}

/// Whether two schemas have the same vocabularies, so that terms of one are terms of the other.
pub(super) fn are_kept_alike(a: &Schema, b: &Schema) -> bool {
    a.vocabularies.iter().map(|one| &one.id).eq(b.vocabularies.iter().map(|one| &one.id))
}

/// Whether the terms of two schemas have the same addresses.
pub(super) fn are_addressed_alike(a: &Schema, b: &Schema) -> bool {
    let alike = |(a, b): (&Vocabulary, &Vocabulary)| {
        a.address == b.address && a.terms.iter().map(|term| &term.id).eq(b.terms.iter().map(|term| &term.id))
    };
    a.vocabularies.len() == b.vocabularies.len() && a.vocabularies.iter().zip(&b.vocabularies).all(alike)
}

/// The terms of a schema of which a spelling means something else in another one, or nothing; that may have more of
/// them. Nothing where the vocabularies themselves are others.
pub(super) fn meant_otherwise(before: &Schema, now: &Schema) -> Option<Vec<TermRef>> {
    if !are_open_alike(before, now) {
        return None;
    }
    let otherwise = |(at, (a, b)): (usize, (&Vocabulary, &Vocabulary))| {
        let meant = |spelling: &str, term: TermIndex| {
            b.find(spelling).is_some_and(|found| Meant::of(b, found) == Meant::of(a, term))
        };
        let terms: BTreeSet<TermIndex> =
            a.spellings().filter(|(spelling, term)| !meant(spelling, *term)).map(|(_, term)| term).collect();
        terms.into_iter().map(move |term| TermRef { vocabulary: VocabularyIndex(at), term })
    };
    let vocabularies = before.vocabularies.iter().zip(&now.vocabularies).enumerate();
    Some(vocabularies.flat_map(otherwise).collect())
}

/// What some documents write into fields of open vocabularies.
pub(super) fn used_by(schema: &Schema, documents: &mut dyn Iterator<Item = &Document>) -> Used {
    let mut used = Used::new();
    documents.for_each(|document| collect(schema, document, &mut used));
    used
}

/// Whether the same vocabularies of two schemas take values that nobody declared.
pub(super) fn are_open_alike(a: &Schema, b: &Schema) -> bool {
    are_kept_alike(a, b)
        && a.vocabularies.iter().map(|one| one.open).eq(b.vocabularies.iter().map(|one| one.open))
}

/// What documents write into fields of open vocabularies.
pub(super) fn used(schema: &Schema, documents: &Documents) -> Used {
    let of_document = |mut used: Used, document: &Arc<Document>| {
        collect(schema, document, &mut used);
        used
    };
    let together = |mut all: Used, more: Used| {
        more.into_iter().for_each(|(index, values)| all.entry(index).or_default().extend(values));
        all
    };
    documents.par_iter().fold(Used::new, of_document).reduce(Used::new, together)
}

/// What a document writes into fields of open vocabularies.
fn collect(schema: &Schema, document: &Document, used: &mut Used) {
    let fields = &schema.kind(document.kind).fields;
    for entry in document.fields.entries() {
        let index = fields.find_key(&crate::text::key(&entry.key)).and_then(|field| field.kind.vocabulary());
        let Some(VocabularyIndex(at)) = index.filter(|index| schema.vocabulary(*index).open) else {
            continue;
        };
        let texts = entry.node.items().iter().filter_map(Node::text);
        let values = used.entry(at).or_default();
        for part in texts.flat_map(parts) {
            if !values.contains(part) {
                values.insert(part.to_owned());
            }
        }
    }
}

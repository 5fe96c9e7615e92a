//! Certificates of publication: those of a page, their register, and the wording that they bind.

use std::collections::BTreeMap;

use tera::{Context as Variables, Value};

use super::context::Context;
use super::map::map;
use super::shared::Shared;
use crate::model::proofs::wording;
use crate::model::routes::System;
use crate::model::{FileId, Moment, Owner, PageId, Proof, Standing};

/// The certificates of a page, the newest first.
pub(super) fn of_page(context: &Context, id: PageId) -> Value {
    let own = context.site.proofs.iter().rev().filter(|proof| proof.page == Some(id));
    own.map(|proof| value(context, proof)).collect::<Vec<_>>().into()
}

/// Fills the register: all certificates, the newest first. Of what was withdrawn nothing is told but the number.
pub(super) fn register(shared: &Shared, mut variables: Variables) -> Variables {
    let row = |proof: &Proof| match proof.page {
        Some(id) => map([("proof", value(&shared.context, proof)), ("page", shared.cards.card(id))]),
        None => map([("proof", withdrawn(proof)), ("page", Value::none())]),
    };
    let rows: Vec<Value> = shared.context.site.proofs.iter().rev().map(row).collect();
    variables.insert_value("rows", rows.into());
    variables
}

/// The words of a document that its certificates bind.
pub(super) fn text(context: &Context, id: PageId) -> String {
    wording(&context.site, context.site.page(id))
}

fn value(context: &Context, proof: &Proof) -> Value {
    let routes = &context.site.routes;
    let entry = &proof.entry;
    let place = routes
        .of(Owner::System(System::Proofs))
        .map(|register| format!("{register}#{}", anchor(&entry.number)));
    let words = proof.page.and_then(|id| routes.of(Owner::Wording(id)));
    map([
        ("number", entry.number.as_str().into()),
        ("anchor", anchor(&entry.number).into()),
        ("state", proof.standing.name().into()),
        ("date", context.calendar.moment(Moment { date: entry.issued, time: None })),
        ("sum", entry.text.as_str().into()),
        ("files", files(context, proof)),
        ("url", place.as_ref().map(|place| context.href(place)).into()),
        ("permalink", place.as_ref().map(|place| context.absolute(place)).into()),
        ("wording", words.map(|address| context.href(address)).into()),
    ])
}

/// The files that a certificate binds, with their addresses where they are still published.
fn files(context: &Context, proof: &Proof) -> Value {
    let attached = proof.page.into_iter().flat_map(|id| &context.site.page(id).attachments);
    let known: BTreeMap<&str, FileId> =
        attached.map(|attached| (context.site.file(attached.file).source.as_str(), attached.file)).collect();
    let told = proof.entry.files.iter().map(|(path, sum)| {
        let file = known.get(path.as_str()).map(|id| context.site.file(*id));
        let name = path.rsplit('/').next().unwrap_or_default();
        map([
            ("name", name.into()),
            ("sum", sum.as_str().into()),
            ("url", file.map(|file| context.file_href(&file.path)).into()),
        ])
    });
    told.collect::<Vec<_>>().into()
}

fn withdrawn(proof: &Proof) -> Value {
    let number = proof.entry.number.as_str();
    map([
        ("number", number.into()),
        ("anchor", anchor(number).into()),
        ("state", Standing::Withdrawn.name().into()),
    ])
}

/// The place of a certificate in the register.
fn anchor(number: &str) -> String {
    format!("n-{number}")
}

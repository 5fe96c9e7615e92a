//! Turning units into tantivy queries.

use crate::query::{Alternative, Plan, Slot, Unit};
use crate::schema::Fields;
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

type Clause = (Occur, Box<dyn Query>);

/// What an exact form adds to any form.
const EXACT_FORM: f32 = 0.35;
/// What words side by side add, in titles and in texts.
const CLOSE_IN_TITLE: f32 = 1.5;
const CLOSE_IN_TEXT: f32 = 0.7;
/// Words that may stand between words side by side.
const CLOSE: u32 = 3;
/// Readings of ambiguous words that are tried in a phrase.
const MAX_READINGS: usize = 8;

/// Builds the query of a plan that asks for at least so many of the units that may be given up.
pub(super) fn query(plan: &Plan, fields: Fields, at_least: usize) -> Option<Box<dyn Query>> {
    if plan.units.is_empty() {
        return None;
    }
    let units = |firm: bool| plan.units.iter().filter(move |unit| unit.firm == firm);
    let soft: Vec<&Unit> = units(false).collect();
    let mut clauses: Vec<Clause> = units(true).map(|u| (Occur::Must, unit(u, fields))).collect();
    if at_least >= soft.len() {
        clauses.extend(soft.iter().map(|u| (Occur::Must, unit(u, fields))));
    } else if !soft.is_empty() {
        let some: Vec<Box<dyn Query>> = soft.iter().map(|u| unit(u, fields)).collect();
        let some = BooleanQuery::union_with_minimum_required_clauses(some, at_least.max(1));
        clauses.push((Occur::Must, Box::new(some)));
        let all = soft.iter().map(|u| unit(u, fields)).collect();
        clauses.push((Occur::Should, Box::new(BooleanQuery::intersection(all))));
    }
    clauses.extend(plan.units.windows(2).flat_map(|pair| closeness(&pair[0], &pair[1], fields)));
    clauses.extend(plan.minus.iter().map(|u| (Occur::MustNot, unit(u, fields))));
    Some(Box::new(BooleanQuery::new(clauses)))
}

fn unit(unit: &Unit, fields: Fields) -> Box<dyn Query> {
    let mut queries: Vec<Box<dyn Query>> =
        unit.alternatives.iter().map(|a| boosted(alternative(a, fields), a.weight)).collect();
    match queries.pop() {
        Some(only) if queries.is_empty() => only,
        Some(last) => {
            queries.push(last);
            Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, 0.1))
        }
        None => Box::new(tantivy::query::EmptyQuery),
    }
}

fn alternative(alternative: &Alternative, fields: Fields) -> Box<dyn Query> {
    match alternative.slots.as_slice() {
        [slot] => word(slot, fields),
        slots => sequence(slots, alternative.slop, fields),
    }
}

fn word(slot: &Slot, fields: Fields) -> Box<dyn Query> {
    let form = term(fields.forms, &slot.form);
    if slot.exact {
        return form;
    }
    let mut clauses: Vec<Clause> = vec![(Occur::Should, boosted(form, EXACT_FORM))];
    for (field, weight) in fields.zones() {
        let stems: Vec<Box<dyn Query>> = slot.stems.iter().map(|stem| term(field, stem)).collect();
        clauses.push((Occur::Should, boosted(any_of(stems), weight)));
    }
    Box::new(BooleanQuery::new(clauses))
}

fn sequence(slots: &[Slot], slop: u32, fields: Fields) -> Box<dyn Query> {
    if slots.iter().any(|slot| slot.exact) {
        let forms: Vec<&str> = slots.iter().map(|slot| slot.form.as_str()).collect();
        return phrase(fields.forms, &forms, slop);
    }
    let readings = readings(slots);
    let zone = |(field, weight): (Field, f32)| {
        let phrases = readings.iter().map(|stems| phrase(field, stems, slop)).collect();
        (Occur::Should, boosted(any_of(phrases), weight))
    };
    Box::new(BooleanQuery::new(fields.zones().into_iter().map(zone).collect()))
}

/// Lists the readings of a sequence of ambiguous words, as many as are worth it.
fn readings(slots: &[Slot]) -> Vec<Vec<&str>> {
    let mut readings: Vec<Vec<&str>> = vec![Vec::new()];
    for slot in slots {
        let longer = readings.iter().flat_map(|reading| {
            slot.stems.iter().map(move |stem| {
                let mut reading = reading.clone();
                reading.push(stem.as_str());
                reading
            })
        });
        readings = longer.take(MAX_READINGS).collect();
    }
    readings
}

/// Rewards two units that stand side by side.
fn closeness(first: &Unit, second: &Unit, fields: Fields) -> Vec<Clause> {
    let plain = |unit: &Unit| -> Option<Slot> {
        let alternative = unit.alternatives.first()?;
        match alternative.slots.as_slice() {
            [slot] if !slot.exact && slot.stems.len() <= 3 => Some(slot.clone()),
            _ => None,
        }
    };
    let (Some(first), Some(second)) = (plain(first), plain(second)) else { return Vec::new() };
    let slots = [first, second];
    let readings = readings(&slots);
    let close = |field, weight| {
        let phrases = readings.iter().map(|stems| phrase(field, stems, CLOSE)).collect();
        (Occur::Should, boosted(any_of(phrases), weight))
    };
    vec![close(fields.title, CLOSE_IN_TITLE), close(fields.text, CLOSE_IN_TEXT)]
}

fn phrase(field: Field, words: &[&str], slop: u32) -> Box<dyn Query> {
    match words {
        [only] => term(field, only),
        words => {
            let terms = words.iter().map(|word| Term::from_field_text(field, word)).enumerate().collect();
            Box::new(PhraseQuery::new_with_offset_and_slop(terms, slop))
        }
    }
}

fn term(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn any_of(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        0 => Box::new(tantivy::query::EmptyQuery),
        1 => queries.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(queries)),
    }
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

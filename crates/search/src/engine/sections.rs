//! Choosing the best sections of a page, and what they say about the page.

use super::matches::{Match, Matcher};
use super::snippet;
use crate::bundle::PageText;
use crate::math::ln;
use crate::outcome::{Fragment, PageHit, SectionHit};
use crate::query::Plan;
use crate::text::{CLAUSE, clause_number, fold};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a match in the heading counts beside one in the text.
const HEADING: f32 = 1.5;
/// What a match in a field counts beside one in the text.
const FIELD: f32 = 1.0;
/// What it counts for a page that it happens on the days asked for: as much as a good section.
const HAPPENS: f32 = 2.0;
/// What all words close together add to a section.
const CLOSE: f32 = 0.6;
/// What the clause asked for by its number has before any other section.
const CLAUSE_ASKED: f32 = 2.0;
/// What a word of the title still counts in the choice of sections: all of them are about it.
const SAID_IN_TITLE: f32 = 0.35;
/// Sections worse than this share of the best are not shown.
const WORTH_SHOWING: f32 = 0.3;

/// A page as its sections make it look.
pub(super) struct PageView {
    pub(super) title: Vec<Fragment>,
    /// The share of the query found in the title, and in what it is that happens, 0 to 1.
    pub(super) in_title: f32,
    /// Whether the query says what it is that happens: `семинар`.
    pub(super) in_form: bool,
    /// The share of the title that the query says, 0 to 1.
    pub(super) of_title: f32,
    /// The share of the query found in the title and the best section together, 0 to 1.
    pub(super) together: f32,
    /// Whether the clause that the query asks for by its number is not on the page, which at best cites it.
    pub(super) lacks_clause: bool,
    /// How good the best section is, about 0 to 3.
    pub(super) best: f32,
    pub(super) sections: Vec<SectionHit>,
    /// The folded forms that matched, in the title and in the sections, best first.
    pub(super) words: Vec<String>,
}

/// What the fields of a page have of a query.
struct InFields {
    /// All matches, for what the page covers.
    all: Vec<Match>,
    /// The fields that alone have some of the words, as a text, and the matches in it.
    text: String,
    matches: Vec<Match>,
}

impl InFields {
    /// Looks into the fields; `elsewhere` tells of each unit whether title or sections have it.
    fn of<'t>(page: &'t PageText, elsewhere: &[bool], matcher: &mut Matcher<'_, 't>) -> Self {
        let mut fields = Self { all: Vec::new(), text: String::new(), matches: Vec::new() };
        for (label, value) in &page.fields {
            let (found, _) = matcher.find(value);
            if found.iter().any(|m| !elsewhere[m.unit]) {
                let line = format!("{label}: ");
                let start = fields.text.len() + line.len() + usize::from(!fields.text.is_empty());
                let moved = |range: &Range<usize>| range.start + start..range.end + start;
                fields.matches.extend(
                    found.iter().map(|m| Match { ranges: m.ranges.iter().map(moved).collect(), ..m.clone() }),
                );
                fields.text =
                    [fields.text.as_str(), if fields.text.is_empty() { "" } else { "\n" }, &line, value]
                        .concat();
            }
            fields.all.extend(found);
        }
        fields
    }
}

/// Looks at a page: at most so many sections, best first; `days` tells of each unit whether the page happens then.
pub(super) fn view<'t>(
    page: &'t PageText,
    plan: &Plan,
    matcher: &mut Matcher<'_, 't>,
    wanted: usize,
    days: &[bool],
) -> PageView {
    let (in_title, title_length) = matcher.find(&page.title);
    let (mut in_form, _) = matcher.find(&page.form);
    // Of «заседание методического объединения» the first word says what it is.
    in_form.retain(|found| found.position == 0);
    let weights = weights(&in_title, plan);
    let mut scored: Vec<Scored> = Vec::new();
    for (index, section) in page.sections.iter().enumerate() {
        scored.push(score(index, section, &weights, plan, matcher));
    }
    let in_sections = scored.iter().flat_map(|found| found.in_heading.iter().chain(&found.matches));
    let said: BTreeSet<usize> = in_sections.chain(&in_title).map(|found| found.unit).collect();
    let elsewhere: Vec<bool> = (0..plan.units.len()).map(|unit| said.contains(&unit)).collect();
    let fields = InFields::of(page, &elsewhere, matcher);
    if let Some(lead) = scored.first_mut().filter(|_| page.sections[0].0.is_empty()) {
        lead.by_fields = weighed(&fields.matches, &weights) * FIELD;
        lead.score += lead.by_fields;
    }
    let lacks_clause = asked_clauses(plan).next().is_some() && !scored.iter().any(|found| found.is_asked);
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
    let words = words(page, &in_title, &scored);
    let happens =
        weights.iter().zip(days).filter(|(_, happens)| **happens).map(|(weight, _)| weight).sum::<f32>();
    // For the page its fields count as a part of its lead, whatever else says the same.
    let lead = scored.iter().find(|found| found.index == 0).map_or(0.0, |lead| {
        let said: BTreeSet<usize> = lead.all().iter().map(|found| found.unit).collect();
        let new: Vec<Match> =
            fields.all.iter().filter(|found| !said.contains(&found.unit)).cloned().collect();
        lead.score - lead.by_fields + weighed(&new, &weights) * FIELD
    });
    let best = scored.first().map_or(0.0, |first| first.score);
    let of_page = best.max(lead);
    scored.retain(|s| s.score > 0.0 && s.score >= best * WORTH_SHOWING);
    if scored.is_empty() {
        scored.extend((!page.sections.is_empty()).then(Scored::default));
    }
    scored.truncate(wanted.max(1));
    let hits = scored.iter().map(|found| hit(found, page, &fields)).collect();
    let in_both: Vec<Match> = scored.first().map_or_else(Vec::new, |found| found.all());
    let in_both = [in_title.as_slice(), &in_form, in_both.as_slice(), fields.all.as_slice()].concat();
    let said = in_title.iter().map(|found| found.position).collect::<BTreeSet<_>>().len();
    PageView {
        title: snippet::mark(&page.title, &in_title),
        in_title: covered(&[in_title.as_slice(), in_form.as_slice()].concat(), plan, &[]),
        in_form: !in_form.is_empty(),
        of_title: said as f32 / title_length.max(1) as f32,
        together: covered(&in_both, plan, days),
        lacks_clause,
        best: of_page + HAPPENS * happens,
        sections: hits,
        words,
    }
}

/// Lists the distinct forms that matched, as many as are worth marking.
fn words(page: &PageText, in_title: &[Match], scored: &[Scored]) -> Vec<String> {
    let texts = scored.iter().flat_map(|found| {
        let (_, heading, text) = &page.sections[found.index];
        [(heading, found.in_heading.as_slice()), (text, found.matches.as_slice())]
    });
    let mut words: Vec<String> = Vec::new();
    for (text, matches) in std::iter::once((&page.title, in_title)).chain(texts) {
        for range in matches.iter().flat_map(|found| &found.ranges) {
            let form = fold(&text[range.clone()]);
            if words.len() < PageHit::MOST_WORDS && !words.contains(&form) {
                words.push(form);
            }
        }
    }
    words
}

#[derive(Default)]
struct Scored {
    index: usize,
    score: f32,
    /// What of the score the fields bring that alone have some of the words.
    by_fields: f32,
    /// The clause that the query asks for by its number.
    is_asked: bool,
    in_heading: Vec<Match>,
    matches: Vec<Match>,
}

impl Scored {
    fn all(&self) -> Vec<Match> {
        [self.in_heading.as_slice(), self.matches.as_slice()].concat()
    }
}

fn hit(found: &Scored, page: &PageText, fields: &InFields) -> SectionHit {
    let (anchor, heading, text) = &page.sections[found.index];
    let by_fields = anchor.is_empty() && found.matches.is_empty() && !fields.matches.is_empty();
    SectionHit {
        anchor: anchor.clone(),
        heading: heading.clone(),
        score: found.score,
        snippet: if by_fields {
            snippet::cut(&fields.text, &fields.matches)
        } else {
            snippet::cut(text, &found.matches)
        },
    }
}

/// Weighs the units for the choice of sections; the weights sum up to 1.
fn weights(in_title: &[Match], plan: &Plan) -> Vec<f32> {
    let said = |number: usize| in_title.iter().any(|m| m.unit == number);
    let weight = |(number, unit): (usize, &crate::query::Unit)| {
        unit.rarity * if said(number) { SAID_IN_TITLE } else { 1.0 }
    };
    let weights: Vec<f32> = plan.units.iter().enumerate().map(weight).collect();
    let total = weights.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    weights.into_iter().map(|weight| weight / total).collect()
}

fn score<'t>(
    index: usize,
    section: &'t (String, String, String),
    weights: &[f32],
    plan: &Plan,
    matcher: &mut Matcher<'_, 't>,
) -> Scored {
    let (anchor, heading, text) = section;
    let (in_heading, _) = matcher.find(heading);
    let (matches, length) = matcher.find(text);
    let mut score = 0.0;
    for (number, weight) in weights.iter().enumerate() {
        let best = |found: &[Match]| {
            found.iter().filter(|m| m.unit == number).map(|m| m.weight).fold(0.0_f32, f32::max)
        };
        let count = matches.iter().filter(|m| m.unit == number).count();
        let often = 1.0 + 0.1 * ln(count.max(1) as f32);
        score += weight * (best(&in_heading) * HEADING).max(best(&matches) * often);
    }
    score *= 1.0 + CLOSE * closeness(&matches, plan.units.len());
    // Of two sections with the same words the shorter says more about them.
    score *= 1.0 + 0.2 / (1.0 + length as f32 / 60.0);
    let is_asked = asks_for_clause(plan, anchor, heading);
    if is_asked {
        score += CLAUSE_ASKED;
    }
    Scored { index, score, by_fields: 0.0, is_asked, in_heading, matches }
}

fn asks_for_clause(plan: &Plan, anchor: &str, heading: &str) -> bool {
    let Some(number) = clause_number(anchor, heading) else { return false };
    asked_clauses(plan).any(|asked| asked == number)
}

/// The numbers of the clauses that a query may ask for.
fn asked_clauses(plan: &Plan) -> impl Iterator<Item = &str> {
    let slots = plan.units.iter().flat_map(|unit| &unit.alternatives).flat_map(|a| &a.slots);
    slots.filter_map(|slot| slot.form.strip_prefix(CLAUSE))
}

/// Weighs the best match of each unit.
fn weighed(matches: &[Match], weights: &[f32]) -> f32 {
    let best =
        |unit: usize| matches.iter().filter(|m| m.unit == unit).map(|m| m.weight).fold(0.0_f32, f32::max);
    weights.iter().enumerate().map(|(unit, weight)| weight * best(unit)).sum()
}

/// Returns the share of the query's rarity that the matches, and the days on which the page happens, cover.
fn covered(matches: &[Match], plan: &Plan, days: &[bool]) -> f32 {
    let total: f32 = plan.units.iter().map(|unit| unit.rarity).sum();
    let found = |number: usize| days.get(number) == Some(&true) || matches.iter().any(|m| m.unit == number);
    let units = plan.units.iter().enumerate().filter(|(number, _)| found(*number));
    units.map(|(_, unit)| unit.rarity).sum::<f32>() / total.max(f32::MIN_POSITIVE)
}

/// Returns how close different units come together: 1 side by side, towards 0 far apart or alone.
fn closeness(matches: &[Match], units: usize) -> f32 {
    if units < 2 {
        return 0.0;
    }
    let mut best = 0.0_f32;
    for (start, first) in matches.iter().enumerate() {
        let mut seen = vec![first.unit];
        for next in &matches[start + 1..] {
            let span = next.position.saturating_sub(first.position) + 1;
            if span > 40 {
                break;
            }
            if !seen.contains(&next.unit) {
                seen.push(next.unit);
                let dense = seen.len() as f32 / span.max(seen.len() as u32) as f32;
                best = best.max(dense * (seen.len() as f32 / units as f32));
            }
        }
    }
    best
}

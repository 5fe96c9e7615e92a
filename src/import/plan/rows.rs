//! Rows → documents. What a row does not tell is left out, and said.

use jiff::civil::Date;
use kabinet_documents::{Block, Document, Table};

use super::around::Around;
use super::days::{self, Period};
use super::grid::{self, Place};
use super::heads::{Column, Head};
use super::hours;
use super::value::{self, Value};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::import::rules;
use crate::import::target::{Offer, Sort, Target};
use crate::import::terms;
use crate::schema::known::{self, TITLE};

/// The words of a deadline without «до»: it is the last day by itself.
fn until<'t>(offer: &Offer, text: &'t str) -> &'t str {
    let bounds = ["до ", "не позднее "];
    let deadline = offer.words.iter().any(|word| word == "срок");
    let bare = bounds.iter().find_map(|bound| text.strip_prefix(bound)).filter(|_| deadline);
    bare.unwrap_or(text)
}

/// One document, mostly an event.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Item {
    /// The day on which it begins, for its name; none where the kind has no such day.
    pub(crate) day: Option<Date>,
    /// Its title.
    pub(crate) title: String,
    /// Its other fields as YAML, in their order.
    pub(crate) fields: Vec<(String, Value)>,
    /// What no field takes: the head of the column and the words.
    pub(crate) more: Vec<(String, String)>,
}

impl Item {
    /// Keeps it from readers.
    fn hide(&mut self) {
        if self.fields.iter().all(|(name, _)| name != known::STATUS) {
            self.fields.push((known::STATUS.to_owned(), Value::Plain(known::STATUS_DRAFT.to_owned())));
        }
    }
}

/// A plan that was read.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The events, in the order of their rows.
    pub(crate) items: Vec<Item>,
    /// What a person should look at.
    pub(crate) notes: Vec<Diagnostic>,
    /// Whether any table had the head of a plan.
    pub(crate) headed: bool,
}

/// Reads all tables of a document. `now` is the first year of the school year of today.
pub(crate) fn read(document: &Document, target: &Target, now: i16) -> Plan {
    let mut reader =
        Reader { target, around: Around { now, ..Around::default() }, plan: Plan::default(), row: 0 };
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => reader.around.take(&paragraph.printed()),
            Block::Table(table) => reader.table(table),
            _ => {}
        }
    }
    reader.plan
}

struct Reader<'a> {
    target: &'a Target,
    around: Around,
    plan: Plan,
    /// The row that is read, counted through all tables, as a person counts.
    row: usize,
}

impl Reader<'_> {
    fn table(&mut self, table: &Table) {
        let rows = grid::rows(table);
        let head = Head::of(&rows, self.target);
        let body = head.as_ref().map_or(0, |head| head.row + 1);
        for row in &rows[..body.min(rows.len())] {
            row.iter().for_each(|place| self.around.take(&place.text));
        }
        let first = self.row;
        if let Some(head) = &head {
            self.plan.headed = true;
            self.columns(head);
            self.missing(head);
            for (at, row) in rows.iter().enumerate().skip(body) {
                self.row = first + at + 1;
                self.line(at, row, head);
            }
        }
        self.row = first + rows.len();
    }

    /// Tells which columns no field takes.
    fn columns(&mut self, head: &Head) {
        let mut others: Vec<&str> = head
            .columns
            .iter()
            .filter_map(|column| if let Column::Other(head) = column { Some(head.as_str()) } else { None })
            .filter(|head| !head.is_empty())
            .collect();
        others.dedup();
        for other in others {
            self.plan.notes.push(Diagnostic::note(rules::COLUMN_UNKNOWN).arg("column", other));
        }
    }

    fn line(&mut self, at: usize, row: &[Place], head: &Head) {
        if let Some(heading) = grid::heading(row) {
            return self.around.take(heading);
        }
        let numbers =
            row.iter().filter(|place| !place.text.is_empty()).all(|place| place.text.parse::<u32>().is_ok());
        if numbers {
            return;
        }
        let title_place = head.places(TITLE).first().map(|&column| &row[column]);
        let Some(title) = title_place.filter(|place| !place.text.is_empty()) else {
            return self.unread(rules::ROW_UNREAD, row);
        };
        if title.origin.0 < at {
            return self.goes_on(at, row, head);
        }
        let mut item = Item { title: title.text.clone(), ..Item::default() };
        if let Some((start, end)) = self.target.period.clone()
            && !self.when(row, head, (start, end), &mut item)
        {
            return self.unread(rules::ROW_DAY, row);
        }
        self.fields(row, head, &mut item);
        self.main_term(&mut item);
        self.required(head, &mut item);
        self.plan.items.push(item);
    }

    /// The days of an event; whether they are told.
    fn when(&mut self, row: &[Place], head: &Head, (start, end): (String, String), item: &mut Item) -> bool {
        let columns = head.places(&start);
        let cells = || columns.iter().map(|&column| row[column].text.as_str());
        let written = cells().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
        let marked = columns.iter().map(|&column| {
            let (cell, hour) = (row[column].text.as_str(), head.hours.contains(&column));
            if hour && columns.len() > 1 { hours::marked(cell) } else { cell.to_owned() }
        });
        let days = marked.collect::<Vec<_>>().join(" ");
        let Some(period) = days::read(&days, &self.around) else { return false };
        let (first, last) = value::moments(&period);
        self.doubts(&period, &written, &item.title);
        self.outside(&period, &item.title);
        if period.guessed {
            // What was not understood whole stays as it was said.
            let label = self.target.offer(&start).map_or_else(|| start.clone(), |offer| offer.label.clone());
            item.more.push((label, written));
        }
        item.day = Some(period.start);
        item.fields.push((start, first));
        item.fields.extend(last.map(|last| (end, last)));
        true
    }

    /// Says that days are outside of what the table is a plan for.
    fn outside(&mut self, period: &Period, title: &str) {
        // A year that was guessed is said already.
        if period.year_guessed && !period.guessed {
            return;
        }
        let last = period.end.unwrap_or(period.start);
        if let Some(plan) = self.around.missed(period.start, last) {
            let day = crate::dates::dotted(period.start);
            self.note(rules::ROW_OUTSIDE, &[("day", &day), ("plan", &plan), ("title", title)]);
        }
    }

    /// Says what of a day was concluded.
    fn doubts(&mut self, period: &Period, written: &str, title: &str) {
        let (first, last) = value::moments(period);
        if period.guessed {
            let read: Vec<String> =
                [Some(&first), last.as_ref()].into_iter().flatten().map(Value::shown).collect();
            let day = read.join(" – ");
            self.note(rules::ROW_GUESSED, &[("day", &day), ("written", written), ("title", title)]);
        } else if period.year_guessed {
            let year = period.start.year().to_string();
            self.note(rules::ROW_YEAR, &[("year", &year), ("title", title)]);
        }
    }

    /// A further row of the event above: what is new in it is kept with its words.
    fn goes_on(&mut self, at: usize, row: &[Place], head: &Head) {
        let Some(item) = self.plan.items.last_mut() else { return };
        for (column, place) in
            row.iter().enumerate().filter(|(_, place)| place.origin.0 == at && !place.text.is_empty())
        {
            let name = match &head.columns[column] {
                Column::Other(head) => head.clone(),
                Column::Field(name) => {
                    self.target.offer(name).map_or_else(|| name.clone(), |offer| offer.label.clone())
                }
                Column::Number => continue,
            };
            item.more.push((name, place.text.clone()));
        }
    }

    fn fields(&mut self, row: &[Place], head: &Head, item: &mut Item) {
        let taken: Vec<&str> = item.fields.iter().map(|(name, _)| name.as_str()).chain([TITLE]).collect();
        let taken: Vec<String> = taken.into_iter().map(str::to_owned).collect();
        let mut seen = Vec::new();
        for (column, place) in row.iter().enumerate() {
            if place.text.is_empty() || seen.contains(&place.origin) {
                continue;
            }
            seen.push(place.origin);
            match &head.columns[column] {
                Column::Number => {}
                Column::Other(head) => item.more.push((head.clone(), place.text.clone())),
                Column::Field(name) if taken.contains(name) => {}
                Column::Field(name) => self.field(name, &place.text, item),
            }
        }
        for offer in &self.target.offers {
            let mine = head.places(&offer.name);
            let empty = !mine.is_empty() && mine.iter().all(|&column| row[column].text.is_empty());
            if empty {
                let (label, title) = (offer.label.clone(), item.title.clone());
                self.note(rules::ROW_EMPTY, &[("field", &label), ("title", &title)]);
            }
        }
    }

    fn field(&mut self, name: &str, text: &str, item: &mut Item) {
        let Some(offer) = self.target.offer(name) else { return };
        // A day that is told as several is no single one.
        let day = days::read(until(offer, text), &self.around)
            .filter(|day| offer.sort == Sort::Day && day.end.is_none());
        if let Some(day) = &day {
            let title = item.title.clone();
            self.doubts(day, text, &title);
        }
        let whole = value::is_whole(offer, text) && day.is_none_or(|day| !day.guessed);
        let value = if offer.sort == Sort::Day {
            day.map(|day| value::moments(&day).0)
        } else {
            value::value(offer, text, &self.around)
        };
        match value {
            Some(value) if whole => item.fields.push((name.to_owned(), value)),
            // What the field does not take of the words stays in the text.
            Some(value) => {
                item.more.push((offer.label.clone(), text.to_owned()));
                if day.is_none() {
                    let (label, shown) = (offer.label.clone(), value.shown());
                    let told = [("field", label.as_str()), ("value", &shown), ("written", text)];
                    self.note(rules::ROW_PARTLY, &[&told[..], &[("title", &item.title)]].concat());
                }
                item.fields.push((name.to_owned(), value));
            }
            None => {
                item.more.push((offer.label.clone(), text.to_owned()));
                // A field that must be there is told with the draft that is made without it.
                if !offer.required {
                    let label = offer.label.clone();
                    self.note(
                        rules::ROW_WORDS,
                        &[("field", &label), ("written", text), ("title", &item.title)],
                    );
                }
            }
        }
    }

    /// What the event is, when no column says it: the first words of the list in its title.
    fn main_term(&mut self, item: &mut Item) {
        let Some((offer, terms)) = self.target.main_term() else { return };
        if item.fields.iter().any(|(name, _)| *name == offer.name) {
            return;
        }
        let (name, label) = (offer.name.clone(), offer.label.clone());
        // Where a column says it in other words, the title is no better; and only what happens is called by what it is.
        let said = item.more.iter().any(|(head, _)| *head == label);
        let titled = Some(terms).filter(|_| !said && self.target.is_scheduled());
        match titled.and_then(|terms| terms::first(&item.title, terms)) {
            Some(found) => item.fields.push((name, Value::Words(found.label))),
            None => {
                let title = item.title.clone();
                // Nobody can say what it is, so nobody sees it until somebody does.
                item.hide();
                self.note(rules::ROW_TERM, &[("field", &label), ("title", &title)]);
            }
        }
    }

    /// The fields that a document must have: without one it is a draft.
    fn required(&mut self, head: &Head, item: &mut Item) {
        let main = self.target.main_term().map(|(offer, _)| offer.name.clone());
        for offer in self.target.offers.iter().filter(|offer| offer.required && offer.name != TITLE) {
            if Some(&offer.name) == main.as_ref() || item.fields.iter().any(|(name, _)| *name == offer.name) {
                continue;
            }
            item.hide();
            // What no column is for is told once, what is empty already.
            if item.more.iter().any(|(label, _)| *label == offer.label)
                && !head.places(&offer.name).is_empty()
            {
                let note = Diagnostic::warning(rules::ROW_TERM).number("row", self.row).help("help");
                let note = note.arg("field", offer.label.as_str()).arg("title", item.title.as_str());
                self.plan.notes.push(note);
            }
        }
    }

    /// Tells which fields a document must have that no column is for.
    fn missing(&mut self, head: &Head) {
        let main = self.target.main_term().map(|(offer, _)| offer.name.as_str());
        let must = self.target.offers.iter().filter(|offer| offer.required && offer.name != TITLE);
        let lacking =
            must.filter(|offer| Some(offer.name.as_str()) != main && head.places(&offer.name).is_empty());
        let notes = lacking.map(|offer| {
            Diagnostic::warning(rules::COLUMN_MISSING).arg("column", offer.label.as_str()).help("help")
        });
        self.plan.notes.extend(notes.collect::<Vec<_>>());
    }

    fn unread(&mut self, rule: RuleId, row: &[Place]) {
        let mut places: Vec<&Place> = row.iter().filter(|place| !place.text.is_empty()).collect();
        places.dedup_by_key(|place| place.origin);
        let texts: Vec<&str> = places.into_iter().map(|place| place.text.as_str()).collect();
        let text = texts.join(" | ");
        self.note(rule, &[("text", &text)]);
    }

    fn note(&mut self, rule: RuleId, args: &[(&'static str, &str)]) {
        let note = Diagnostic::warning(rule).number("row", self.row).help("help");
        self.plan.notes.push(args.iter().fold(note, |note, (name, value)| note.arg(name, *value)));
    }
}

//! The head of a table: which column is which field, and of which kind a table is a list.

use kabinet_documents::{Block, Document, Table};

use super::grid::{self, Place};
use crate::import::target::{Sort, Target};
use crate::schema::known::TITLE;
use crate::text::key;

/// What the heads of plans call the title, by the beginnings of words.
const TITLES: [&str; 7] = ["мероприят", "наименов", "название", "тема", "содержан", "событи", "вид деятельн"];
/// What they call the day.
const DAYS: [&str; 5] = ["дата", "срок", "время", "когда", "день"];
/// What they call the hour.
const HOURS: [&str; 2] = ["время", "час"];
/// What they call the number of a row.
const NUMBERS: [&str; 4] = ["№", "n", "п/п", "номер"];

/// What a column is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Column {
    /// A field, by its name.
    Field(String),
    /// The number of the row.
    Number,
    /// Something that the kind has no field for: its head.
    Other(String),
}

/// The head of a table: its row, what its columns are.
pub(crate) struct Head {
    /// The last row of it.
    pub(crate) row: usize,
    /// What its columns are.
    pub(crate) columns: Vec<Column>,
    /// Those of them that tell hours and no days.
    pub(crate) hours: Vec<usize>,
}

impl Head {
    /// Finds the head: the first row that names a title, and a day where the kind happens on days, else any other field.
    pub(crate) fn of(rows: &[Vec<Place>], target: &Target) -> Option<Self> {
        let field = |column: &Column, name: &str| matches!(column, Column::Field(field) if field == name);
        rows.iter().enumerate().take(40).find_map(|(row, places)| {
            let columns: Vec<Column> = places.iter().map(|place| column(&place.text, target)).collect();
            let titled = columns.iter().any(|column| field(column, TITLE));
            let told = match &target.period {
                Some((start, _)) => columns.iter().any(|column| field(column, start)),
                None => places.iter().any(|place| named(&place.text, target).is_some()),
            };
            let fits = titled && told && grid::heading(places).is_none();
            let timed = |at: &usize| HOURS.iter().any(|word| bare(&places[*at].text).starts_with(word));
            let hours = (0..places.len()).filter(timed).collect();
            fits.then_some(Self { row, columns, hours })
        })
    }

    /// The columns of a field.
    pub(crate) fn places(&self, name: &str) -> Vec<usize> {
        let mine = self.columns.iter().enumerate();
        mine.filter(|(_, column)| matches!(column, Column::Field(field) if field == name))
            .map(|(at, _)| at)
            .collect()
    }
}

/// Whether a document has a table with the head of a list of documents of a kind.
pub(crate) fn is_list(document: &Document, target: &Target) -> bool {
    fit(document, target) > 0
}

/// How many columns of a table are called as fields of a kind, the day of its documents among them; none where there is
/// no head of such a list.
pub(crate) fn fit(document: &Document, target: &Target) -> usize {
    let tables = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let start = target.period.as_ref().map(|(start, _)| start.as_str());
    let of_table = |table: &Table| {
        let rows = grid::rows(table);
        let head = Head::of(&rows, target).filter(|head| head.row + 1 < rows.len())?;
        let is_day =
            |column: &Column| matches!(column, Column::Field(field) if Some(field.as_str()) == start);
        let places = rows[head.row].iter().zip(&head.columns);
        Some(places.filter(|(place, column)| is_day(column) || named(&place.text, target).is_some()).count())
    };
    tables.filter_map(of_table).max().unwrap_or(0)
}

/// The field, but the title, that is called as a head is.
fn named<'t>(head: &str, target: &'t Target) -> Option<&'t str> {
    let bare = bare(head);
    let mut offers = target.offers.iter().filter(|offer| offer.sort != Sort::Other && offer.name != TITLE);
    offers.find(|offer| offer.words.contains(&bare)).map(|offer| offer.name.as_str())
}

/// The words of a head without the signs around them.
fn bare(head: &str) -> String {
    key(head).trim_matches(|c: char| !c.is_alphanumeric() && c != '№').to_owned()
}

/// What a column with this head is.
fn column(head: &str, target: &Target) -> Column {
    let bare = bare(head);
    let bare = bare.as_str();
    if bare.is_empty() {
        return Column::Other(String::new());
    }
    if NUMBERS.iter().any(|word| bare == *word || bare.starts_with('№')) {
        return Column::Number;
    }
    if bare == key(&target.label) {
        return Column::Field(TITLE.to_owned());
    }
    let start = target.period.as_ref().map(|(start, _)| start.as_str());
    let begins = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    if let Some(start) = start.filter(|_| begins(&DAYS)) {
        return Column::Field(start.to_owned());
    }
    let exact = target.offers.iter().find(|offer| offer.words.iter().any(|word| word == bare));
    let readable = exact.filter(|offer| offer.sort != Sort::Other);
    if let Some(offer) = readable {
        return Column::Field(offer.name.clone());
    }
    if begins(&TITLES) {
        return Column::Field(TITLE.to_owned());
    }
    let stem: String = bare.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    let near = target.offers.iter().find(|offer| {
        let fits = offer.sort != Sort::Other && offer.sort != Sort::Number;
        fits && stem.chars().count() >= 5 && offer.words.iter().any(|word| word.starts_with(&stem))
    });
    // «Участники» are those whom it is for.
    let people = ["участник", "слушател", "категори", "приглаша"];
    let audience = || target.offers.iter().find(|offer| offer.words.iter().any(|word| word == "для кого"));
    let found = if begins(&people) { audience().or(near) } else { near };
    found.map_or_else(|| Column::Other(head.to_owned()), |offer| Column::Field(offer.name.clone()))
}

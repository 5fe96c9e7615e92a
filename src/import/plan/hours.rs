//! The hours of a plan: «14:00», «с 14 до 16 часов».

use super::lex::{Clock, Item, lex};

/// The first hour that a sentence names.
pub(crate) fn first_hour(sentence: &str) -> Option<(i8, i8)> {
    lex(sentence).items.iter().find_map(clock)
}

/// The words of a column of hours, said to be hours: «13» is «в 13 ч.», «14,3» of a cell of numbers is «в 14.30».
pub(super) fn marked(cell: &str) -> String {
    if cell.parse::<u8>().is_ok_and(|hour| hour < 24) {
        return format!("в {cell} ч.");
    }
    let tenths = cell.split_once([',', '.']).filter(|(hour, tens)| {
        hour.parse::<u8>().is_ok_and(|hour| hour < 24) && tens.len() == 1 && "012345".contains(tens)
    });
    match tenths {
        Some((hour, tens)) => format!("в {hour}.{tens}0"),
        None if cell.starts_with(|c: char| c.is_ascii_digit()) => format!("в {cell}"),
        None => cell.to_owned(),
    }
}

/// The hour that a piece is.
pub(super) fn clock(item: &Item) -> Option<Clock> {
    if let Item::Time(clock) = item { Some(*clock) } else { None }
}

/// The hours of some pieces.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times {
    /// The first.
    pub(super) from: Option<Clock>,
    /// When it ends.
    pub(super) until: Option<Clock>,
    /// There are more of them than one event has.
    pub(super) unsure: bool,
}

impl Times {
    /// Finds them.
    pub(super) fn of(items: &[Item]) -> Self {
        let at: Vec<usize> = items
            .iter()
            .enumerate()
            .filter(|(_, item)| matches!(item, Item::Time(_)))
            .map(|(at, _)| at)
            .collect();
        let clock = |at: usize| clock(&items[at]);
        let joined = |from: usize, to: usize| {
            items[from + 1..to].iter().any(|item| match item {
                Item::Sign(sign) => *sign == '-',
                Item::Word(word) => matches!(word.as_str(), "до" | "по"),
                _ => false,
            })
        };
        match at.as_slice() {
            [] => Self::default(),
            [one] => Self { from: clock(*one), ..Self::default() },
            [first, second, more @ ..] if joined(*first, *second) => {
                Self { from: clock(*first), until: clock(*second), unsure: !more.is_empty() }
            }
            [first, ..] => Self { from: clock(*first), until: None, unsure: true },
        }
    }
}

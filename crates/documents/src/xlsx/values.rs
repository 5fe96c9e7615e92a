//! Values of cells as they are shown: numbers, days and hours by the format of the cell.

use roxmltree::Node;

use crate::package::Local;

/// How the cells of a workbook show numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks {
    styles: Vec<Look>,
    /// Days are counted from 1904.
    late: bool,
}

/// How one style shows a number.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Look {
    #[default]
    Number,
    Day,
    Hour,
    Moment,
}

impl Looks {
    /// All numbers are numbers.
    pub(super) fn plain(late: bool) -> Self {
        Self { styles: Vec::new(), late }
    }

    /// Reads the part of styles.
    pub(super) fn of(root: Node<'_, '_>, late: bool) -> Self {
        let own: Vec<(u32, &str)> = root
            .descendants()
            .filter(|node| node.has_tag_name_local("numFmt"))
            .filter_map(|node| {
                Some((node.attribute("numFmtId")?.parse().ok()?, node.attribute("formatCode")?))
            })
            .collect();
        let cells = root.children().find(|node| node.has_tag_name_local("cellXfs"));
        let look = |node: Node<'_, '_>| {
            let id: u32 = node.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
            own.iter()
                .find(|(known, _)| *known == id)
                .map_or_else(|| Look::built_in(id), |(_, code)| Look::coded(code))
        };
        let styles =
            cells.into_iter().flat_map(|cells| cells.children()).filter(|node| node.has_tag_name_local("xf"));
        Self { styles: styles.map(look).collect(), late }
    }

    /// A number of a style as it is shown.
    pub(super) fn show(&self, style: usize, written: &str) -> String {
        let Ok(number) = written.parse::<f64>() else { return written.to_owned() };
        let look = self.styles.get(style).copied().unwrap_or_default();
        let days = number.floor();
        let minutes = ((number - days) * 1440.0).round();
        let (days, minutes) = if minutes >= 1440.0 { (days + 1.0, 0.0) } else { (days, minutes) };
        let hour = || format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0);
        match look {
            Look::Number => plain(number),
            Look::Hour => hour(),
            Look::Day | Look::Moment => match self.day(days) {
                Some(day) if look == Look::Moment || minutes > 0.0 => format!("{day} {}", hour()),
                Some(day) => day,
                None => plain(number),
            },
        }
    }

    /// «21.11.2026» of the days since the beginning of the count.
    fn day(&self, days: f64) -> Option<String> {
        let first = if self.late { 24_107 } else { 25_569 };
        if !(0.0..3_000_000.0).contains(&days) {
            return None;
        }
        // The count of 1900 has a 29 February that there was not.
        let days = days as i64;
        let days = if !self.late && days < 60 { days + 1 } else { days };
        Some(civil(days - first))
    }
}

/// A number without what binary fractions add.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded = format!("{number:.10}");
    rounded.trim_end_matches('0').replace('.', ",")
}

/// The date of the days since 1 January 1970.
fn civil(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{day:02}.{month:02}.{year:04}")
}

impl Look {
    fn built_in(id: u32) -> Self {
        match id {
            14..=17 | 27..=31 | 36 | 50..=58 => Self::Day,
            18..=21 | 32..=35 | 45..=47 => Self::Hour,
            22 => Self::Moment,
            _ => Self::Number,
        }
    }

    /// What a code shows: `dd.mm.yyyy hh:mm`. Words in quotes and brackets are no signs of it.
    fn coded(code: &str) -> Self {
        let mut bare = String::new();
        let mut end = None;
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match (end, sign) {
                (Some(close), sign) if sign == close => end = None,
                (Some(_), _) => {}
                (None, '"') => end = Some('"'),
                (None, '[') => end = Some(']'),
                (None, '\\') => {
                    signs.next();
                }
                (None, sign) => bare.extend(sign.to_lowercase()),
            }
        }
        let bare = bare.split(';').next().unwrap_or_default().replace("general", "");
        let has = |signs: &[char]| bare.contains(signs);
        match (
            has(&['d', 'y', 'д', 'г']) || (bare.contains("mm") && !has(&['h', 's'])),
            has(&['h', 's', 'ч']),
        ) {
            (true, true) => Self::Moment,
            (true, false) => Self::Day,
            (false, true) => Self::Hour,
            (false, false) => Self::Number,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_are_shown_by_their_format() {
        let looks = Looks { styles: vec![Look::Number, Look::Day, Look::Hour, Look::Moment], late: false };
        assert_eq!(looks.show(0, "14"), "14");
        assert_eq!(looks.show(0, "1.5"), "1,5");
        assert_eq!(looks.show(1, "46347"), "21.11.2026");
        assert_eq!(looks.show(2, "0.4166666667"), "10:00");
        assert_eq!(looks.show(3, "46347.5833333"), "21.11.2026 14:00");
        assert_eq!(looks.show(1, "нет"), "нет");
        assert_eq!(Look::coded("dd.mm.yyyy;@"), Look::Day);
        assert_eq!(Look::coded("[$-419]d mmm yyyy h:mm"), Look::Moment);
        assert_eq!(Look::coded("0.00\" ч\""), Look::Number);
    }
}

//! Days as English programs write them, `December 12, 2026` and `12-Dec-2026`, in figures in the order of this place.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What stands around such a day and says nothing beyond it.
const IDLE: [&str; 4] = ["of", "at", "on", "the"];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The words of a moment in lower case, each English day among them as `12.12.2026`; others are left as they are.
pub(super) fn days(words: Vec<String>) -> Vec<String> {
    let words = afternoon(words);
    let parted = words.iter().flat_map(|word| parts(word)).collect::<Vec<_>>();
    if !parted.iter().any(|word| month(word).is_some()) {
        return words;
    }
    let (mut days, mut rest) = (Vec::<String>::new(), &parted[..]);
    while let Some((word, behind)) = rest.split_first() {
        rest = behind;
        let Some(month) = month(word) else {
            days.extend((!is_idle(word)).then(|| (*word).to_owned()));
            continue;
        };
        let before = days.last().and_then(|word| day(word)).map(str::to_owned);
        let number = match before {
            Some(number) => {
                days.pop();
                Some(number)
            }
            None => rest.split_first().and_then(|(word, behind)| {
                let number = day(word)?;
                rest = behind;
                Some(number.to_owned())
            }),
        };
        let year = rest.split_first().filter(|(year, _)| year.len() == 4 && is_number(year));
        if let Some((_, behind)) = year {
            rest = behind;
        }
        // A month without a day is no day.
        days.push(match (number, year) {
            (Some(number), Some((year, _))) => format!("{number}.{month}.{year}"),
            (Some(number), None) => format!("{number}.{month}"),
            (None, _) => (*word).to_owned(),
        });
    }
    days
}

/// `12-dec-2026` as three words; any other word stays whole.
fn parts(word: &str) -> Vec<&str> {
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    let dated = parts.len() == 3 && month(parts[1]).is_some() && is_number(parts[0]) && is_number(parts[2]);
    if dated { parts } else { vec![word] }
}

/// Hours by the English clock: `3 pm`, `3:00pm`. Midnight and noon, which everybody counts otherwise, are left unclear.
fn afternoon(words: Vec<String>) -> Vec<String> {
    let mut clock = Vec::new();
    for word in words {
        let half = word.trim_end_matches('.').replace("a.m", "am").replace("p.m", "pm");
        let led = half.strip_suffix("am").map(|rest| (rest, "утра"));
        let Some((hour, part)) = led.or_else(|| half.strip_suffix("pm").map(|rest| (rest, "вечера")))
        else {
            clock.push(word);
            continue;
        };
        let before =
            if hour.is_empty() { clock.last().cloned().unwrap_or_default() } else { hour.to_owned() };
        if before.starts_with("12") || !before.starts_with(|c: char| c.is_ascii_digit()) {
            clock.push(word);
            continue;
        }
        clock.extend((!hour.is_empty()).then(|| hour.to_owned()));
        clock.push(part.to_owned());
    }
    clock
}

/// The number of a month by its name, or by the beginning that people write.
fn month(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.');
    let short = word.len() == 3 || word == "sept";
    MONTHS.iter().position(|month| *month == word || (short && month.starts_with(word))).map(|at| at + 1)
}

/// The day of a month: `12`, `12th`.
fn day(word: &str) -> Option<&str> {
    let ending = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let number = ending.unwrap_or(word);
    ((1..=2).contains(&number.len()) && is_number(number)).then_some(number)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_idle(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let weekday = |day: &&str| *day == word || (word.len() >= 3 && word.len() <= 5 && day.starts_with(word));
    IDLE.contains(&word) || WEEKDAYS.iter().any(weekday)
}

//! The words with which official papers begin, and the lines of their heads: «ПРИКАЗ», «от 01.09.2026 № 45».

use super::dates;
use super::numbers;

/// Words with which a regulatory document's title begins.
const DOCUMENT_WORDS: [&str; 22] = [
    "положение",
    "порядок",
    "регламент",
    "инструкция",
    "приказ",
    "распоряжение",
    "постановление",
    "устав",
    "программа",
    "концепция",
    "план",
    "правила",
    "рекомендации",
    "стандарт",
    "протокол",
    "решение",
    "указание",
    "памятка",
    "перечень",
    "график",
    "соглашение",
    "договор",
];

/// What may stand around the word of a document.
const QUOTES: [char; 7] = ['«', '»', '"', '“', '”', ':', '.'];

/// Acts whose subject stands under their number and date: «О проведении …».
const ACTS: [&str; 5] = ["приказ", "распоряжение", "постановление", "решение", "указание"];

/// Words after which a title visibly goes on in its line.
const ABOUT: [&str; 16] = [
    "о",
    "об",
    "обо",
    "по",
    "на",
    "работы",
    "деятельности",
    "развития",
    "мероприятий",
    "проведения",
    "организации",
    "внутреннего",
    "приёма",
    "приема",
    "заседания",
    "наставничества",
];

/// The word that names the document at the start of a line, in small letters: «Примерное положение о …» too.
pub(crate) fn document_word(text: &str) -> Option<String> {
    let folded = closed_up(text).to_lowercase();
    let words = folded.split_whitespace().map(|word| word.trim_matches(QUOTES));
    let words: Vec<&str> = words.take(2).collect();
    let adjective = words.first().is_some_and(|word| {
        ["ое", "ая", "ый", "ий", "ые", "ие"]
            .iter()
            .any(|ending| word.chars().count() > 4 && word.ends_with(ending))
    });
    let named = |word: &&str| DOCUMENT_WORDS.contains(word);
    let first = words.first().copied().filter(named);
    first.or_else(|| words.get(1).copied().filter(|word| adjective && named(word))).map(str::to_owned)
}

/// Whether a line opens a title: the document's word alone, before «о», «об», «по», or in capitals.
pub(crate) fn opens_title(text: &str) -> bool {
    let Some(word) = document_word(text) else { return false };
    let closed = closed_up(text);
    let is_word = |part: &&str| part.trim_matches(QUOTES).to_lowercase() == word;
    let after: Vec<&str> = closed.split_whitespace().skip_while(|part| !is_word(part)).skip(1).collect();
    let shouted =
        closed.split_whitespace().any(|part| is_word(&part) && is_capitals(part.trim_matches(QUOTES)));
    // «Рекомендации: продолжить работу», «Решение:» head what a report or a protocol says next.
    if !shouted && closed.split_whitespace().any(|part| is_word(&part) && part.ends_with(':')) {
        return false;
    }
    let next = after.first().map(|next| next.to_lowercase());
    // «Протокол № 3 заседания педсовета»: a number, and no sentence.
    let meeting =
        || closed.contains(['№', 'N']) && closed.contains("заседани") && !closed.ends_with(['.', ';', ':']);
    let numbered = || word == "протокол" && (is_dateline(&after.join(" ")) || meeting());
    next.is_none_or(|next| ABOUT.contains(&next.as_str()) || (shouted && !next.starts_with('(')))
        || is_act(text)
        || numbered()
        || whole_act(text).is_some()
}

/// An act that is named in one line: «Приказ Минпросвещения России от 01.02.2026 № 12 «О …»».
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct WholeAct<'a> {
    /// Whose it is; empty when it is not told.
    pub(crate) office: &'a str,
    /// Its date and number.
    pub(crate) dateline: &'a str,
    /// What it is about, without quotation marks.
    pub(crate) subject: &'a str,
}

/// Reads an act that is named in one line.
pub(crate) fn whole_act(text: &str) -> Option<WholeAct<'_>> {
    let (first, rest) = text.split_once(' ')?;
    let open =
        rest.match_indices(['«', '"', '“']).map(|(at, _)| at).find(|&at| opens_subject(&rest[at..]))?;
    let (head, subject) = rest.split_at(open);
    let from = head.find("от ").filter(|&at| at == 0 || head[..at].ends_with(' '))?;
    let (office, dateline) = head.split_at(from);
    let quotes = ['«', '»', '"', '“', '”'];
    let inside = &subject[subject.chars().next().map_or(0, char::len_utf8)..];
    let inside = inside.trim_end_matches(['.', ' ']);
    let inside = inside.strip_suffix(quotes).unwrap_or(inside);
    let named = ACTS.contains(&first.to_lowercase().as_str()) && is_dateline(dateline);
    let numbered = dates::find(dateline).is_some() && numbers::first(dateline) != numbers::Number::Absent;
    (named && numbered).then(|| WholeAct {
        office: office.trim(),
        dateline: dateline.trim(),
        subject: inside,
    })
}

/// Whether a line is the head of an act: «ПРИКАЗ», «Постановление от 30.06.2025 № 76», «ПРИКАЗ по школе № 5».
pub(crate) fn is_act(text: &str) -> bool {
    let closed = closed_up(text);
    let (first, rest) = closed.split_once(' ').unwrap_or((&closed, ""));
    let rest = rest.trim();
    ACTS.contains(&first.to_lowercase().as_str())
        && (rest.is_empty() || is_dateline(rest) || (rest.starts_with("по ") && rest.contains('№')))
}

/// Whether an act's subject begins here: «О проведении …», «Об утверждении …».
pub(crate) fn opens_subject(text: &str) -> bool {
    let bare = text.trim_start_matches(['«', '"', '“']).to_lowercase();
    ["о ", "об ", "обо "].iter().any(|word| bare.starts_with(word))
}

/// Whether a text in capitals begins with the document's word and «О»: «ПОЛОЖЕНИЕ О …».
pub(crate) fn is_shouted_document(text: &str) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let about = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "о" | "об" | "обо"));
    is_capitals(first) && about && DOCUMENT_WORDS.contains(&first.to_lowercase().as_str())
}

/// Whether a line has nothing but a date, a number and a place: «от 01.09.2026 г. Примерск № 45».
pub(crate) fn is_dateline(text: &str) -> bool {
    let date = dates::find(text).map(|found| found.range);
    let blank = text.contains("__");
    let told = date.is_some() || blank || numbers::first(text) != numbers::Number::Absent;
    let rest = match date {
        Some(range) => format!("{} {}", &text[..range.start], &text[range.end..]),
        None => text.to_owned(),
    };
    let mut words = rest.split_whitespace().peekable();
    let mut place = false;
    while let Some(word) = words.next() {
        if is_place_mark(word) && words.peek().is_some_and(|next| next.starts_with(char::is_uppercase)) {
            words.next();
            place = true;
        } else if !is_filler(word) {
            return false;
        }
    }
    told || place
}

fn is_place_mark(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "г." | "с." | "п." | "пос." | "пгт" | "пгт." | "ст." | "город" | "село" | "посёлок"
    )
}

/// Words of a dateline that name nothing: `от`, `г.`, signs, numbers with their letters.
fn is_filler(word: &str) -> bool {
    let folded = word.to_lowercase();
    let bare =
        folded.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | '«' | '»' | '"' | '“' | '”' | '-' | '–'));
    let short_mark = bare.chars().count() <= 4 && is_capitals(word) && !bare.contains("о.");
    matches!(bare, "" | "от" | "г" | "года" | "год" | "n" | "no" | "од" | "р" | "п")
        || bare.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '№'))
        || (short_mark && bare.chars().all(char::is_alphabetic) && bare.chars().count() > 1 && bare != "об")
        || dates::is_month(bare)
}

/// No small letter, and a letter at all.
pub(crate) fn is_capitals(word: &str) -> bool {
    word.contains(char::is_alphabetic) && !word.contains(char::is_lowercase)
}

/// «П О Л О Ж Е Н И Е» → «ПОЛОЖЕНИЕ»; any other text as it is.
pub(crate) fn closed_up(text: &str) -> std::borrow::Cow<'_, str> {
    let mut parts = text.split(' ').peekable();
    let spaced = parts.peek().is_some() && parts.all(|part| part.chars().count() == 1) && text.len() > 8;
    if spaced { text.replace(' ', "").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_open_with_the_word_of_the_document() {
        let opens = [
            "ПОЛОЖЕНИЕ",
            "П О Л О Ж Е Н И Е",
            "Положение о кабинете",
            "ПРИКАЗ",
            "Постановление от 30.06.2025 № 76",
            "ПРОТОКОЛ № 2",
            "Протокол заседания совета",
            "Примерное положение о совете",
            "План мероприятий",
            "ПЛАН-ГРАФИК не он",
            "Правила внутреннего распорядка",
            "РЕГЛАМЕНТ ПРОВЕДЕНИЯ СМОТРА",
            "Протокол №3 от 15.01.2026",
            "Приказ Минпросвещения России от 01.02.2026 № 12 «О смотре»",
        ];
        let found: Vec<&str> = opens.into_iter().filter(|text| opens_title(text)).collect();
        assert_eq!(found.len(), opens.len() - 1, "{found:?}");
        let act = whole_act("Приказ Минпросвещения России от 01.02.2026 № 12 «О смотре «Кабинет»»").unwrap();
        let parts = (act.office, act.dateline, act.subject);
        assert_eq!(parts, ("Минпросвещения России", "от 01.02.2026 № 12", "О смотре «Кабинет»"));
        for text in ["План и отчёт", "приказом директора", "Общее положение дел в районе", "решение принято"]
        {
            assert!(!opens_title(text), "{text}");
        }
    }

    #[test]
    fn datelines_have_a_date_a_number_a_place_and_nothing_else() {
        for text in [
            "от 01.09.2026 № 45",
            "01.09.2026 г. Примерск № 45-од",
            "«01» сентября 2026 г. № 45",
            "№ 45 от 1 мая 2026 года",
            "от «__» ______ 20__ г. № ___",
            "г. Примерск",
            "от 12.11.2026 г.",
            "№ 20 - ОД",
            "с. Примерное 1 мая 2026 г.",
        ] {
            assert!(is_dateline(text), "{text}");
        }
        for text in [
            "Об утверждении положения",
            "Школа № 1",
            "с 1 мая 2026 года",
            "Присутствовали: 14 человек",
            "О смотре",
            "2026",
        ] {
            assert!(!is_dateline(text), "{text}");
        }
    }
}

//! What methodists really write is turned into what YAML means, where there is no doubt about the meaning.
//!
//! The file itself is never changed: the mended text goes to the parser only, and [`Mended::original`] leads
//! every position back to what the author sees. A line is mended by [`Edit`]s, so that the way back is exact.

use std::ops::Range;

use super::plain::{self, Place};

/// The mark of the byte order, which stands before a line where files were joined.
const BYTE_ORDER: char = '\u{feff}';

/// A text that the parser accepts, and the way back to the author's text.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The text for the parser.
    pub(crate) text: String,
    /// Stretches taken as they are: where each begins in the mended text and in the author's.
    pieces: Vec<(usize, usize)>,
    /// The length of the author's text.
    length: usize,
    /// Byte ranges of the author's text that a `#` cuts off.
    pub(crate) cut_by_hash: Vec<Range<usize>>,
    /// Notes that follow the value of a field after one space, and the names of these fields: they may be words of
    /// the value.
    pub(crate) notes: Vec<(Range<usize>, Range<usize>)>,
}

/// One change of a line: at a byte of it, so many bytes are left out and a text is put in.
#[derive(Debug)]
struct Edit {
    at: usize,
    skip: usize,
    put: &'static str,
}

/// Mends a front matter or YAML file. `is_field` tells whether a word is a known field, which settles what
/// `дата:21.11.2026` without a space means.
pub(crate) fn mend(text: &str, is_field: &dyn Fn(&str) -> bool) -> Mended {
    let mut out = Mended {
        text: String::with_capacity(text.len() + 16),
        pieces: vec![(0, 0)],
        length: text.len(),
        cut_by_hash: Vec::new(),
        notes: Vec::new(),
    };
    let mut in_list = false;
    // The name of the field whose items follow.
    let mut listed = 0..0;
    // How far in the dash of the last item stands: lines that stand further in belong to it.
    let mut item = None;
    for line in plain::lines(text, is_field) {
        let place = line.place.as_ref();
        let lost = place.and_then(|place| plain::lost_to_hash(&line.text[place.value.clone()], place));
        out.cut_by_hash.extend(lost.map(|at| line.start + at..line.start + line.text.trim_end().len()));
        let note =
            place.and_then(|place| Some((place, plain::note_after(&line.text[place.value.clone()], place)?)));
        out.notes.extend(note.map(|(place, at)| {
            let own = line.start + place.key.start..line.start + place.key.end;
            let key = if place.item { listed.clone() } else { own };
            (key, line.start + at..line.start + line.text.trim_end().len())
        }));
        if let Some(name) = plain::opens_list(&line) {
            listed = name;
        }
        let mut edits = if line.raw { Vec::new() } else { edits(line.text, place) };
        let dash =
            if line.raw || !in_list { None } else { glued_dash(line.text).or_else(|| bullet(line.text)) };
        edits.extend(dash.as_ref().map(|dash| Edit { at: dash.at, skip: dash.skip, put: dash.put }));
        edits.sort_by_key(|edit| edit.at);
        let body = line.text.trim();
        let depth = line.text.len() - line.text.trim_start().len();
        let begins = !line.raw && (body.starts_with("- ") || dash.is_some());
        item = if begins { Some(depth) } else { item.filter(|item| body.is_empty() || depth > *item) };
        in_list =
            !line.raw && (body.ends_with(':') || begins || item.is_some() || in_list && body.is_empty());
        out.push(line.text, line.start, &edits);
    }
    out
}

impl Mended {
    /// The author's offset for an offset of the mended text.
    pub(crate) fn original(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|&(at, _)| at <= offset);
        let (at, from) = after.checked_sub(1).map_or((0, 0), |last| self.pieces[last]);
        // What was put in between two pieces has the place of the second.
        let end = self.pieces.get(after).map_or(self.length, |next| next.1);
        (from + (offset - at)).min(end)
    }

    /// Appends a line that stands at `position` of the author's text.
    fn push(&mut self, line: &str, position: usize, edits: &[Edit]) {
        let mut from = 0;
        for edit in edits {
            self.text.push_str(&line[from..edit.at]);
            self.text.push_str(edit.put);
            from = edit.at + edit.skip;
            self.pieces.push((self.text.len(), position + from));
        }
        self.text.push_str(&line[from..]);
    }
}

/// How a line is mended, from left to right.
fn edits(line: &str, place: Option<&Place>) -> Vec<Edit> {
    let mut edits = untab(line);
    let Some(place) = place else { return edits };
    if place.glued {
        edits.push(Edit { at: place.value.start, skip: 0, put: " " });
    }
    for element in plain::marked_elements(plain::without_comment(&line[place.value.clone()])) {
        edits.push(Edit { at: place.value.start + element.start, skip: 0, put: "'" });
        edits.push(Edit { at: place.value.start + element.end, skip: 0, put: "'" });
    }
    if plain::needs_quotes(&line[place.value.clone()], place) {
        let mut text = plain::without_comment(&line[place.value.clone()]);
        let (mut start, mut end) = (place.value.start, place.value.start + text.len());
        // Outer quotes give way to ours.
        let inside = plain::quoted_within(text);
        let outer = usize::from(inside.is_some());
        edits.push(Edit { at: start, skip: outer, put: "'" });
        (text, start, end) = (inside.unwrap_or(text), start + outer, end - outer);
        edits.extend(text.match_indices('\'').map(|(at, _)| Edit { at: start + at, skip: 0, put: "'" }));
        edits.push(Edit { at: end, skip: outer, put: "'" });
    }
    edits
}

/// The space after the dash of an item is missing: `-учителя`.
fn glued_dash(line: &str) -> Option<Edit> {
    let body = line.trim_start();
    let first = body.strip_prefix('-')?.chars().next()?;
    let letter = first.is_alphabetic() || matches!(first, '«' | '"' | '[' | '{');
    letter.then_some(Edit { at: line.len() - body.len() + 1, skip: 0, put: " " })
}

/// An item begins with the mark of a word processor: `• учителя`, `– учителя`.
fn bullet(line: &str) -> Option<Edit> {
    let body = line.trim_start();
    let rest = body.strip_prefix(['•', '·', '●', '▪', '–', '—'])?;
    let words = rest.trim_start();
    let letter = words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '"'));
    letter.then_some(Edit { at: line.len() - body.len(), skip: body.len() - words.len(), put: "- " })
}

/// YAML forbids all but plain spaces in indentation; a tab counts as two, any other space as one, and the
/// mark of the byte order as none.
fn untab(line: &str) -> Vec<Edit> {
    let indent = line.len() - line.trim_start_matches(|c| plain::is_indent(c) || c == BYTE_ORDER).len();
    let odd = line[..indent].char_indices().filter(|(_, c)| *c != ' ');
    let put = |c| match c {
        '\t' => "  ",
        BYTE_ORDER => "",
        _ => " ",
    };
    odd.map(|(at, c)| Edit { at, skip: c.len_utf8(), put: put(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        mend(text, &|word| matches!(word, "title" | "дата" | "ссылка")).text
    }

    #[test]
    fn what_has_one_meaning_is_given_it() {
        let cases = [
            ("title: Семинар: новые ФГОС", "title: 'Семинар: новые ФГОС'"),
            ("title: Приказ #5 о «нём»", "title: 'Приказ #5 о «нём»'"),
            ("title: #1 в районе", "title: '#1 в районе'"),
            ("дата:21.11.2026", "дата: 21.11.2026"),
            ("дата:\u{a0}21.11.2026", "дата: \u{a0}21.11.2026"),
            ("title:Семинар: новые", "title: 'Семинар: новые'"),
            ("title: \"Чтение\" как предмет", "title: '\"Чтение\" как предмет'"),
            ("title: 'Чтение' как предмет", "title: '''Чтение'' как предмет'"),
            ("title: [Черновик] Семинар", "title: '[Черновик] Семинар'"),
            ("title: \"Семинар \"Оценка\"\"", "title: 'Семинар \"Оценка\"'"),
            ("title: \"\"Оценка\" и семинар\"", "title: '\"Оценка\" и семинар'"),
            ("title: 'Книга о Д'Артаньяне'", "title: 'Книга о Д''Артаньяне'"),
            ("title: \"Чтение\" и \"письмо\"", "title: '\"Чтение\" и \"письмо\"'"),
            ("title: {А} и {Б} вместе", "title: '{А} и {Б} вместе'"),
            ("title: @school", "title: '@school'"),
            ("title: *важно*", "title: '*важно*'"),
            ("title: & другие", "title: '& другие'"),
            ("title: 5% и больше", "title: 5% и больше"),
            ("title: % выполнения", "title: '% выполнения'"),
            ("title: !срочно", "title: '!срочно'"),
            ("title: - тире впереди", "title: '- тире впереди'"),
            ("title: >90 баллов", "title: '>90 баллов'"),
            ("title: Семинар: новые # для себя", "title: 'Семинар: новые' # для себя"),
            ("- @school", "- '@school'"),
            ("- \"Чтение\" как предмет", "- '\"Чтение\" как предмет'"),
            ("\t- title: a", "  - title: a"),
            ("\u{a0}\u{a0}title: a", "  title: a"),
            ("tags: [#школа, б, #в]", "tags: ['#школа', б, '#в']"),
            ("tags: [*школа, @imc, !срочно, %]", "tags: [*школа, '@imc', '!срочно', %]"),
            (r#"tags: ["а, #б, >в", {x: 'г, #д'}, #е]"#, r#"tags: ["а, #б, >в", {x: 'г, #д'}, '#е']"#),
            (r#"tags: ["а\", #б", О'Генри, #в]"#, r#"tags: ["а\", #б", О'Генри, '#в']"#),
        ];
        for (given, wanted) in cases {
            assert_eq!(mended(given), wanted);
            assert_eq!(mended(&format!("{given}\r\n")), format!("{wanted}\r\n"));
        }
    }

    #[test]
    fn what_yaml_understands_is_left_alone() {
        let same = [
            "title: \"Семинар: новые\"",
            "title: \"Семинар \\\"А\\\": новые\" # для себя",
            "title: 'Семинар: ''А'''",
            "tags: [а, б]",
            "tags: [а, б] # для себя",
            "tags: [а,",
            "cover: {src: a.png, alt: А}",
            "text: |",
            "text: >-",
            "text: | # для себя",
            "a: b # для себя",
            "- - вложенный",
            "- [а, б]",
            "- запись:",
            "# title: a: b",
            "\"title\": a: b",
            "ссылка: https://a.example/#якорь",
            "неизвестное:слово",
            "10:00",
            "---",
            "",
        ];
        for text in same {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn marks_of_word_processors_are_dashes_of_a_list() {
        assert_eq!(mended("метки:\n• школа\n–\tурок\nдата: 1\n"), "метки:\n- школа\n- урок\nдата: 1\n");
        assert_eq!(mended("title: а\n• школа\n"), "title: а\n• школа\n");
    }

    #[test]
    fn block_scalars_are_taken_as_they_are() {
        let text = "body: |\n  Пункт: первый: второй\n\n  \tтаб\nдата:1.1.2026\n";
        assert_eq!(mended(text), "body: |\n  Пункт: первый: второй\n\n  \tтаб\nдата: 1.1.2026\n");
    }

    #[test]
    fn the_way_back_is_exact() {
        let text = "\ttitle:Он сказал 'да': 'нет'\nдата: 1\n";
        let mended = mend(text, &|word| word == "title");
        assert_eq!(mended.text, "  title: 'Он сказал ''да'': ''нет'''\nдата: 1\n");
        for word in ["title", "Он", "сказал", "да", "нет", "дата", "1"] {
            let there = mended.text.find(word).unwrap();
            assert_eq!(mended.original(there), text.find(word).unwrap(), "{word}");
        }
        assert_eq!(mended.original(mended.text.len()), text.len());
    }

    #[test]
    fn a_hash_before_a_word_is_reported_where_it_stands() {
        let text = "\tкратко:Важно #срочно\n";
        let mended = mend(text, &|word| word == "кратко");
        assert_eq!(mended.cut_by_hash.len(), 1);
        assert_eq!(&text[mended.cut_by_hash[0].clone()], "#срочно");
        assert!(mend("a: b # для себя", &|_| false).cut_by_hash.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn every_position_leads_back_into_the_text(text in "[ \t\n'\"#:а-яa-c\\[\\]{}|>*&%@!?0-9,.\r-]{0,80}") {
            let mended = mend(&text, &|word| word.len() < 3);
            let mut before = 0;
            for offset in (0..=mended.text.len()).filter(|&at| mended.text.is_char_boundary(at)) {
                let original = mended.original(offset);
                proptest::prop_assert!(original <= text.len() && text.is_char_boundary(original));
                proptest::prop_assert!(before <= original);
                before = original;
            }
            for cut in &mended.cut_by_hash {
                proptest::prop_assert!(text[cut.clone()].starts_with('#'));
            }
        }
    }
}

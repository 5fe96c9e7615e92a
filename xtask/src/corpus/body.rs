//! The text of a page: headings, clauses, lists, tables and links as pages of its sort have them.

use super::chain::Chain;
use super::page::{Page, Sort, place};
use super::random::Random;
use super::words::{MONTHS, PROBES, SUBJECTS, TAGS};

/// What a text is made from.
pub(super) struct Source<'a> {
    pub(super) seed: u64,
    pub(super) chain: &'a Chain,
    pub(super) pages: &'a [Page],
    /// The pages that carry the sentences for trying search, one each.
    pub(super) probed: &'a [usize],
}

/// How a link from one page to another is written: the whole of it, brackets included.
pub(super) type Linked = fn(&Page, &Page) -> String;

/// Writes the text of a page.
pub(super) fn body(page: &Page, source: &Source, linked: Linked) -> String {
    let random = Random::keyed(source.seed, "body", page.index);
    let mut writer =
        Writer { page, source, linked, random, blocks: Vec::new(), words: 0, planted: planted(page, source) };
    writer.write();
    writer.blocks.join("\n\n") + "\n"
}

/// Writes a sentence or two on what the page is about.
pub(super) fn summary(page: &Page, source: &Source) -> String {
    let mut random = Random::keyed(source.seed, "summary", page.index);
    capital(&source.chain.sentence(&mut random, 8, 20)) + "."
}

/// The sentences that must stand somewhere on the page: its own word in two cases, and perhaps one for trying search.
fn planted(page: &Page, source: &Source) -> Vec<String> {
    let marker = page.marker();
    let mut all =
        vec![format!("Участникам выдан {marker} с описанием."), format!("Правила {marker}а изложены ниже.")];
    let probe = source.probed.iter().position(|place| *place == page.index);
    all.extend(probe.map(|place| PROBES[place].to_owned()));
    all
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

const fn headings(sort: Sort) -> [&'static str; 5] {
    match sort {
        Sort::Regulation => [
            "Общие положения",
            "Цели и задачи",
            "Содержание и формы работы",
            "Права и обязанности",
            "Организация работы",
        ],
        Sort::Material => {
            ["Актуальность", "Цель и задачи", "Ход занятия", "Приёмы и методы", "Результаты и выводы"]
        }
        Sort::Event => ["О мероприятии", "Программа", "Условия участия", "Порядок проведения", "Контакты"],
        Sort::Association => ["О нас", "План работы", "Направления", "Наши материалы", "Контакты"],
    }
}

/// The least and the most words of a page.
const fn length(sort: Sort) -> (usize, usize) {
    match sort {
        Sort::Regulation => (470, 800),
        Sort::Material => (330, 800),
        Sort::Event => (250, 450),
        Sort::Association => (280, 580),
    }
}

struct Writer<'a> {
    page: &'a Page,
    source: &'a Source<'a>,
    linked: Linked,
    random: Random,
    blocks: Vec<String>,
    words: usize,
    planted: Vec<String>,
}

impl Writer<'_> {
    fn write(&mut self) {
        let (least, most) = length(self.page.sort);
        let enough = self.random.between(least, most);
        self.paragraph(1, 3);
        let mut number = 0;
        while self.words < enough {
            self.section(number);
            if number == 1 && self.random.chance(35) {
                self.table();
            }
            number += 1;
        }
        let rest = std::mem::take(&mut self.planted);
        if !rest.is_empty() {
            self.block(rest.join(" "));
        }
    }

    fn section(&mut self, number: usize) {
        let known = headings(self.page.sort).get(number).map(|name| (*name).to_owned());
        let name = known.unwrap_or_else(|| format!("Приложение {}", number - 4));
        if self.page.sort == Sort::Regulation {
            return self.clauses(number + 1, &name);
        }
        self.block(format!("## {name}"));
        self.paragraph(2, 4);
        match self.random.below(5) {
            0 => self.list(|_| "- ".to_owned()),
            1 => self.list(|place| format!("{}. ", place + 1)),
            2 => {
                let heading = self.source.chain.sentence(&mut self.random, 3, 5).replace(',', "");
                self.block(format!("### {}", capital(&heading)));
                self.paragraph(1, 2);
            }
            _ => {}
        }
    }

    fn clauses(&mut self, number: usize, name: &str) {
        self.block(format!("## {number}. {name}"));
        for clause in 1..=self.random.between(3, 6) {
            let sentence = self.sentence();
            self.block(format!("{number}.{clause}. {sentence}"));
        }
        if self.random.chance(35) {
            self.list(|_| "- ".to_owned());
        }
    }

    fn block(&mut self, text: String) {
        self.words += text.split_whitespace().count();
        self.blocks.push(text);
    }

    fn paragraph(&mut self, least: usize, most: usize) {
        let count = self.random.between(least, most);
        let mut sentences: Vec<String> = (0..count).map(|_| self.sentence()).collect();
        if self.random.chance(12) {
            let other = &self.source.pages[self.random.below(self.source.pages.len())];
            sentences.push(format!("См. также: {}.", (self.linked)(self.page, other)));
        }
        self.block(sentences.join(" "));
    }

    fn list(&mut self, mark: fn(usize) -> String) {
        let count = self.random.between(3, 5);
        let items: Vec<String> = (0..count).map(|place| mark(place) + &self.sentence()).collect();
        self.block(items.join("\n"));
    }

    fn table(&mut self) {
        let mut rows = vec!["| № | Срок | Содержание |".to_owned(), "|---|---|---|".to_owned()];
        for number in 1..=self.random.between(4, 8) {
            let (day, month) = (self.random.between(1, 28), *self.random.pick(&MONTHS));
            let text = self.source.chain.sentence(&mut self.random, 4, 9).replace([',', ':'], "");
            rows.push(format!("| {number} | {day} {month} | {} |", capital(&text)));
        }
        self.block(rows.join("\n"));
    }

    fn sentence(&mut self) -> String {
        if !self.planted.is_empty() && self.random.chance(25) {
            return self.planted.remove(0);
        }
        if self.random.chance(15) {
            return self.fact();
        }
        let text = capital(&self.source.chain.sentence(&mut self.random, 7, 28));
        if self.random.chance(8) { self.marked(&text) } else { text + "." }
    }

    /// The sentence with its third word strong or stressed.
    fn marked(&mut self, text: &str) -> String {
        let mark = if self.random.chance(60) { "**" } else { "*" };
        let word = |(place, word): (usize, &str)| {
            let letters = word.trim_end_matches([',', ':']);
            let behind = &word[letters.len()..];
            if place == 2 { format!("{mark}{letters}{mark}{behind}") } else { word.to_owned() }
        };
        text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ") + "."
    }

    /// A sentence with places, numbers and days: the rare words of real pages.
    fn fact(&mut self) -> String {
        let random = &mut self.random;
        let (school, place) = (random.between(1, 160), place(random));
        let (subject, tag) = (random.pick(&SUBJECTS), *random.pick(&TAGS));
        let (day, month, year) = (random.between(1, 28), *random.pick(&MONTHS), self.page.date.year);
        match random.below(4) {
            0 => format!("Опытом поделилась школа № {school} ({place})."),
            1 => format!("Заявки принимает школа № {school} до {day} {month} {year} года."),
            2 => format!("Для учителей {} собрано {school} разработок по теме «{tag}».", subject.of),
            _ => format!("В {year} году работу по {} провели {school} педагогов, {place}.", subject.by),
        }
    }
}

//! Every rule of the import is provoked by one of the texts here, and worded.

use std::collections::BTreeSet;

use super::writing::{Desk, TEXT};
use super::*;
use crate::i18n::{self, Lang};

/// Texts that provoke what neither the five documents nor the foreign ones do.
const TEXTS: [&str; 4] = [
    "ПОЛОЖЕНИЕ О МЕТОДИЧЕСКОМ КАБИНЕТЕ\n\n1. Общее\n1.1. Пункт.\n1.1. Пункт ещё.\n1.3. Третий.\n1.2. Второй.\n",
    "УТВЕРЖДАЮ\nДиректор МБОУ «Школа № 6»\nприказ от 30.08.26 № 5\nСлужебная строка\n\nПОЛОЖЕНИЕ\nо кабинете\n\n1. Общее\n1.1. Ка\u{ad}бинет.\n",
    "ПРИНЯТО                                УТВЕРЖДАЮ\nПедсовет                               Директор школы\n\nПОЛОЖЕНИЕ\nо совете\n\n1. Общее\n1.1. Совет создан. Ошибка! Источник ссылки не найден.\n",
    "ПОЛОЖЕНИЕ\nо кабинете\n\n1. Общее\n1.1. Учебно-\nметодический кабинет и учебнометодический совет.\n",
];

/// The numbers of pages among clauses, and a list of types that does not have this one.
fn of_sites() -> Vec<RuleId> {
    let filler: String =
        (1..=12).map(|n| format!("1.{n}. Совет действует в порядке, который установлен.\n")).collect();
    let text = format!(
        "ПАМЯТКА\nо совете\n\n1. Общее\n{filler}\n2\n\n1.13. Совет решает.\n{filler}\n3\n\n2. Состав\n2.1. Один.\n"
    );
    let types = Some(Terms::from([("положение".to_owned(), "положение".to_owned())]));
    let names = FieldNames { types, ..FieldNames::default() };
    let source = Sources::default().add("original.txt", text.as_str());
    import_text(&text, source, &names, "original.txt").notes.iter().map(|note| note.rule).collect()
}

/// What only a fault of the program itself could provoke.
const NEVER: [RuleId; 1] = [rules::WORDS_DIFFER];

fn noted(text: &str) -> Vec<RuleId> {
    import(text).imported.notes.iter().map(|note| note.rule).collect()
}

fn foreign() -> Vec<String> {
    let folder = root().join("src/import/tests/foreign");
    let texts = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    texts.map(|text| text.split_once('\n').unwrap().1.to_owned()).collect()
}

/// What the command itself says of files and names.
fn refused() -> Vec<RuleId> {
    let lossy = [TEXT.as_bytes(), b"\xff\xff"].concat();
    let old = encoding_rs::WINDOWS_1251.encode(TEXT).0.into_owned();
    let files: [Vec<u8>; 5] = [vec![0; 64], b" \n".to_vec(), lossy, old, vec![b'a'; 17 << 20]];
    let mut reports: Vec<_> = files.into_iter().map(|file| Desk::new(file).run()).collect();
    let desk = Desk::new(TEXT);
    reports.push(desk.run_with(|options| options.id = Some("Не имя".to_owned())));
    reports.push(desk.run_with(|options| options.names = None));
    reports.push(desk.run_with(|options| options.file = PathBuf::from("/dev/zero")));
    reports.push(desk.run());
    let edited = desk.document().replace("Первый", "Главный");
    desk.put("content/regulations/polozhenie-centre/index.md", edited);
    desk.source(TEXT.replace("Второй", "Другой"));
    reports.push(desk.run());
    reports.iter().flat_map(|report| &report.messages).map(|message| message.rule).collect()
}

#[test]
fn every_rule_is_provoked() {
    let seeds = SEEDS.iter().map(Seed::text);
    let texts = seeds.chain(foreign()).chain(TEXTS.map(str::to_owned));
    let noted: BTreeSet<RuleId> =
        texts.flat_map(|text| noted(&text)).chain(refused()).chain(of_sites()).collect();
    let missing: Vec<RuleId> = rules::ALL.iter().copied().filter(|rule| !noted.contains(rule)).collect();
    let missing: Vec<RuleId> = missing.into_iter().filter(|rule| !NEVER.contains(rule)).collect();
    assert!(missing.is_empty(), "nothing provokes {missing:?}");
    for rule in rules::ALL {
        assert!(
            i18n::try_text(Lang::Ru, rule.0, &[])
                .is_some_and(|text| text.contains(|c| matches!(c, 'а'..='я')))
        );
    }
}

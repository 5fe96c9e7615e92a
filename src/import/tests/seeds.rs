//! What holds for each of the five.

use super::*;

#[test]
fn no_word_of_a_source_is_lost_added_or_moved() {
    for seed in SEEDS {
        let checked = seed.import();
        assert_eq!(words::source_words(&seed.text()), words::markdown_words(checked.body()), "{}", seed.id);
        assert!(checked.notes(rules::WORDS_DIFFER).is_empty());
    }
}

#[test]
fn the_sources_in_the_repository_are_the_shared_ones() {
    let shared = root().join("../shared/seeds");
    for seed in SEEDS {
        let Ok(bytes) = std::fs::read(shared.join(seed.file)) else {
            eprintln!("SKIPPED: {} is not here", shared.join(seed.file).display());
            return;
        };
        assert_eq!(String::from_utf8(bytes).unwrap(), seed.text(), "{}", seed.id);
    }
}

#[test]
fn the_content_is_what_the_import_makes() {
    // A person looked at the papers of these two and found no date in them; an import cannot know that.
    let undated = [S0.id, S1.id];
    for seed in SEEDS {
        let kept = std::fs::read_to_string(seed.folder().join("index.md")).unwrap();
        let kept = if undated.contains(&seed.id) { kept.replace("date_unknown: true\n", "") } else { kept };
        assert_eq!(kept, seed.import().imported.markdown, "{}", seed.id);
    }
}

#[test]
fn clauses_items_and_sections_are_all_there() {
    let counts = SEEDS.map(|seed| {
        let checked = seed.import();
        let sections = checked.body().lines().filter(|line| line.starts_with("## ")).count();
        (checked.clauses(), checked.items(), sections)
    });
    assert_eq!(counts, [(26, 9, 4), (43, 2, 6), (12, 38, 4), (19, 21, 6), (15, 30, 5)]);
}

#[test]
fn the_front_matter_is_yaml_and_tells_the_header() {
    let expected = [
        "title: Положение о информационно-методическом центре управления образования Администрации МО «Боханский район»
doc_type: положение
legal_status: статус не определён
level: муниципальный
original: original.txt
",
        "title: Положение об информационно-методическом центре (ИМЦ) управления образования администрации Кемеровского муниципального района
doc_type: положение
legal_status: статус не определён
level: муниципальный
original: original.txt
",
        "title: Положение о районном информационно-методическом отделе МУ \"Отдела образования Курчалоевского муниципального района\"
doc_type: положение
date: 2023-08-30
issuer: Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа №6»
adopted:
  body: Педагогический совет
  protocol: \"1\"
  date: 2023-08-30
approved:
  post: Директор
  person: А. М. Бугаев
  act: приказ
  date: 2023-08-30
legal_status: статус не определён
level: локальный
original: original.txt
",
        "title: Положение о деятельности Методической службы Информационно-методического центра
doc_type: положение
date: 2019-11-20
issuer: ГБУ ДНПО ЦПКС «ИМЦ»
adopted:
  body: Педагогический совет
  protocol: \"3\"
  date: 2019-11-18
approved:
  post: Директор
  person: А.Л. Гехтман
  act: приказ
  number: null
  date: 2019-11-20
legal_status: статус не определён
level: локальный
original: original.txt
",
        "title: Положение об организации деятельности районного методического кабинета как методической службы Отдела образования администрации Пестяковского муниципального района
doc_type: положение
number: \"133\"
date: 2020-11-26
issuer: Отдел образования администрации Пестяковского муниципального района
annex_to:
  act: приказ
  number: \"133\"
  date: 2020-11-26
  annex: \"1\"
legal_status: статус не определён
level: муниципальный
original: original.txt
",
    ];
    for (seed, expected) in SEEDS.iter().zip(expected) {
        let checked = seed.import();
        assert_eq!(checked.front_matter(), expected.trim_end());
        let yaml: serde_json::Value = serde_yaml::from_str(checked.front_matter()).unwrap();
        assert!(yaml["title"].is_string() && yaml["original"] == "original.txt");
    }
}

#[test]
fn each_document_has_one_title_and_begins_with_its_header() {
    let begins =
        SEEDS.map(|seed| seed.import().body().trim_start().lines().next().unwrap_or_default().to_owned());
    assert!(begins[0].starts_with("# Положение о информационно-методическом центре управления"));
    assert!(begins[1].starts_with("# ПОЛОЖЕНИЕ об информационно-методическом центре (ИМЦ) управления"));
    assert!(begins[2].starts_with("Муниципальное бюджетное общеобразовательное учреждение"));
    assert_eq!(begins[3], "Принято\\");
    assert_eq!(begins[4], "Приложение №1\\");
    for seed in SEEDS {
        assert_eq!(seed.import().body().lines().filter(|line| line.starts_with("# ")).count(), 1);
    }
}

//! Every way in which the five differ, as the research found them.

use super::*;

#[test]
fn s0_lines_with_an_empty_line_after_each_become_paragraphs() {
    let s0 = S0.import();
    assert!(
        s0.has("Законом Российской Федерации «Об образовании», нормативными правовыми актами Минобразования")
    );
    assert!(s0.has(
        "\n1.5. ИМЦ подчиняется начальнику управление образования Администрации МО «Боханский район».\n"
    ));
    assert!(s0.has("в т.ч. результаты мониторингов"), "an abbreviation at a line's end ends no sentence");
    assert!(
        s0.has("регламентирующие деятельность ИМЦ; создает условия"),
        "nor does a semicolon of a full line"
    );
    assert_eq!(s0.lines(rules::SENTENCE_BROKEN), [0; 0]);
    assert_eq!(s0.lines(rules::LIST_SPLIT), [0; 0]);
}

#[test]
fn s0_oddities_are_told_and_kept() {
    let s0 = S0.import();
    assert_eq!(s0.notes(rules::NUMBERING_GAP), [(220, vec!["4.5".to_owned(), "4.9".to_owned()])]);
    assert_eq!(s0.lines(rules::TRUNCATED), [220]);
    assert!(s0.has("методист по кадрам,\n"));
    assert_eq!(s0.lines(rules::SECTION_IS_CLAUSE), [228]);
    assert!(s0.has("\n5\\. Настоящее Положение может быть дополнено"));
    assert!(s0.has("\n## 3.Основные функции, содержание и формы работы.\n"));
    assert!(s0.has("\n- участвовать в разработке локальных правовых актов"));
    assert!(s0.has("1.1. Информационно-методический центре (далее ИМЦ)"), "a typing error stays");
    assert_eq!(s0.notes(rules::NAMES_DRIFT), [(50, vec!["центр".to_owned(), "кабинет".to_owned()])]);
}

#[test]
fn s0_hyphens_at_line_ends_stay() {
    let s0 = S0.import();
    assert!(s0.has("тарифно-квалификационными") && s0.has("социально-психологической"));
    assert_eq!(s0.lines(rules::HYPHEN_KEPT), [140, 184]);
}

#[test]
fn s1_numbers_of_every_shape_are_kept_and_told() {
    let s1 = S1.import();
    let headings: Vec<&str> = s1.body().lines().filter(|line| line.starts_with("## ")).collect();
    let numbers: Vec<&str> = headings.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(numbers, ["I.", "II.", "Ш.", "IV.", "5.", "VI."]);
    assert_eq!(s1.notes(rules::NUMBER_LOOKALIKE), [(30, vec!["Ш.".to_owned(), "III.".to_owned()])]);
    assert_eq!(s1.lines(rules::SECTION_NUMERALS), [81]);
    assert!(s1.has("\n4.1Информационно-методический центр возглавляет"), "neither dot nor space is invented");
    assert!(s1.has("\n2.2.1.Создание условий") && s1.has("\n5.3 Информирует"));
    assert_eq!(s1.lines(rules::NUMBER_TIGHT), [24, 50, 73]);
    assert_eq!(s1.lines(rules::NUMBER_WITHOUT_DOT), [83, 85, 87, 89, 91, 93]);
}

#[test]
fn s1_spaces_and_breaks_are_mended_and_parted_words_are_told() {
    let s1 = S1.import();
    assert!(!s1.body().contains("  "), "no run of spaces is left");
    assert_eq!(s1.notes(rules::SPACES).len(), 1);
    assert!(s1.has("учебно- методическую литературу") && s1.has("опытно- экспериментальной"));
    assert_eq!(s1.lines(rules::HYPHEN_SPACE), [56, 65]);
    assert!(s1.has("руководителей образовательных учреждений;\n"), "a line broken inside a paragraph");
}

#[test]
fn s1_leftovers_are_told_and_kept() {
    let s1 = S1.import();
    assert!(s1.has("\n<!-- [bookmark: _GoBack] -->\n"));
    assert_eq!(s1.lines(rules::HIDDEN), [151]);
    assert_eq!(s1.lines(rules::TRUNCATED), [77]);
    assert!(s1.has("местных условий,\n\nВ штате информационно-методического центра"));
    let places = s1.notes(rules::FOREIGN_PLACE);
    assert_eq!(places, [(27, vec!["в городе".to_owned()]), (87, vec!["г. Кемерово".to_owned()])]);
    assert_eq!(s1.notes(rules::SIMILAR_CLAUSES), [(46, vec!["3.2.3".to_owned(), "3.2.6".to_owned()])]);
}

#[test]
fn s2_header_oddities_are_told() {
    let s2 = S2.import();
    assert_eq!(s2.lines(rules::LETTERHEAD), [3]);
    assert_eq!(s2.lines(rules::ACT_WITHOUT_NUMBER), [14]);
    assert_eq!(s2.lines(rules::QUOTES_MIXED), [19]);
    assert_eq!(s2.lines(rules::NAMES_DRIFT), [23]);
    assert!(
        s2.has("УТВЕРЖДАЮ\\\nДиректор МБОУ «СОШ№6»\\\n_____ А. М. Бугаев\\\nприказ от «30» августа 2023г\n")
    );
}

#[test]
fn s2_lists_and_the_bulleted_clause_are_put_right() {
    let s2 = S2.import();
    assert_eq!(s2.lines(rules::LIST_SPLIT), [38]);
    assert!(s2.has("образовательных организаций;\n- оказание учебно-методической поддержки всем"));
    assert_eq!(s2.lines(rules::BULLET_AND_NUMBER), [87]);
    assert!(s2.has("\n3.1. Штатное расписание ИМО"));
}

#[test]
fn s3_broken_sentence_blank_number_and_table_are_handled() {
    let s3 = S3.import();
    assert_eq!(s3.lines(rules::SENTENCE_BROKEN), [80]);
    assert!(s3.has("корректировке, совершенствованию учебной и научно-методической работы."));
    assert_eq!(s3.lines(rules::FIELD_BLANK), [13]);
    assert!(s3.has("Приказ № _____ от 20.11.2019\n"));
    assert_eq!(s3.notes(rules::TABLE), [(99, vec!["8".to_owned(), "2".to_owned()])]);
    assert!(s3.has("\n| Показатель | Источник информации |\n| --- | --- |\n| Количество педагогов"));
    assert_eq!(s3.lines(rules::LIST_SPLIT), [43]);
    assert!(s3.has("- сопровождение аттестации педагогических работников\n- сопровождение информатизации."));
}

#[test]
fn s4_numbering_bullets_and_look_alikes_are_handled() {
    let s4 = S4.import();
    assert_eq!(s4.notes(rules::NUMBERING_GAP), [(13, vec!["1.2".to_owned(), "1.4".to_owned()])]);
    assert_eq!(s4.notes(rules::ORPHAN_CLAUSE), [(43, vec!["4.1.1".to_owned(), "4.1".to_owned()])]);
    assert_eq!(s4.lines(rules::ITEM_WITHOUT_BULLET), [78]);
    assert_eq!(s4.lines(rules::BULLET_DOUBLED), [70]);
    assert!(s4.has("- организация методического сопровождения предпрофильного обучения"));
    assert_eq!(s4.notes(rules::HOMOGLYPH), [(11, vec!["№273-Ф3".to_owned(), "№273-ФЗ".to_owned()])]);
    assert!(s4.has("от 29.12.2012 №273-Ф3,") && s4.has("№03-51-48ин/42-03"), "look-alikes are not corrected");
    assert_eq!(s4.lines(rules::NAMES_DRIFT), [8]);
    assert!(s4.has("\n5.2 Права и обязанности") && s4.has("эффективности;\n") && s4.has("её"));
}

#[test]
fn s4_lines_broken_by_width_become_paragraphs() {
    let s4 = S4.import();
    assert!(s4.has("\n1.1. Методическая служба в Отделе образования администрации Пестяковского муниципального района представлена МУКТ «Методический кабинет».\n\nВ своей деятельности"));
    assert!(s4.has("индивидуальных, групповых и коллективных формах: мониторинговые и диагностические"));
    assert!(s4.has("\n## 3. Права методического кабинета\n\nМетодический кабинет имеет право"));
    assert!(s4.has("распространение результатов опытно-экспериментальной и инновационной деятельности;"));
    assert!(s4.has("\nПриложение №1\\\nк приказу Отдела образования\\\n№133 от 26 ноября 2020 года\n"));
}

#[test]
fn no_other_oddity_is_claimed() {
    let rules = [rules::NUMBERING_GAP, rules::TRUNCATED, rules::ITEM_WITHOUT_BULLET, rules::NUMBER_BACK];
    for (seed, most) in SEEDS.iter().zip([2, 1, 0, 0, 2]) {
        let checked = seed.import();
        let found: usize = rules.iter().map(|rule| checked.notes(*rule).len()).sum();
        assert_eq!(found, most, "{}", seed.id);
    }
}

//! What comes from other programs and other computers: old encodings, texts that were read in a wrong one, tables and
//! schemes of wikis, days of English programs, footnotes that came apart. Each is understood, or told once.

use crate::site_test::Told;
use crate::{SiteTest, news};

/// Holds that one message is said, with its rule and place, and these words in its help.
fn tells(site: &SiteTest, what: &str, (rule, line, column): (&str, u64, u64), help: &str) {
    let found = site.told();
    let right = |one: &Told| one.0 == rule && (one.1, one.2) == (line, column) && one.3.contains(help);
    assert_eq!((found.len(), found.iter().all(right)), (1, true), "{what}: {rule}: {found:?}");
}

/// A site with a page of these bytes, and another that links to it.
fn page(bytes: impl AsRef<[u8]>) -> SiteTest {
    SiteTest::new()
        .file("content/news/b.md", news("Вторая новость", "Слова и [первая](a.md)."))
        .file("content/news/a.md", bytes)
}

fn body(text: &str) -> SiteTest {
    page(news("Новость", text))
}

const WORDS: &str = "Приглашаем учителей математики на семинар. Ждём всех, кто записался.";
/// The order of letters in KOI8-R.
const KOI8: &str = "юабцдефгхийклмнопярстужвьызшэщчъ";
/// The order of letters everywhere else.
const ALPHABET: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

/// A text in a code page, given the bytes of a small letter and a capital by their number in an order, and of ё.
fn encoded(text: &str, order: &str, bytes: impl Fn(u8) -> (u8, u8), yo: u8) -> Vec<u8> {
    let byte = |c: char| {
        let lower = c.to_lowercase().next().unwrap();
        match order.chars().position(|letter| letter == lower) {
            Some(at) if c == lower => bytes(at.try_into().unwrap()).0,
            Some(at) => bytes(at.try_into().unwrap()).1,
            None if c == 'ё' => yo,
            None => u8::try_from(u32::from(c)).unwrap(),
        }
    };
    text.chars().map(byte).collect()
}

#[test]
fn old_encodings_are_named_and_nothing_is_published_of_a_guess() {
    let text = news("Новость", WORDS);
    let dos = |at: u8| (if at < 16 { 0xa0 + at } else { 0xd0 + at }, 0x80 + at);
    let mac = |at: u8| (if at == 31 { 0xdf } else { 0xe0 + at }, 0x80 + at);
    for (bytes, name) in [
        (encoded(&text, ALPHABET, |at| (0xd0 + at, 0xb0 + at), 0xf1), "ISO-8859-5"),
        (encoded(&text, ALPHABET, mac, 0xde), "Mac Cyrillic"),
        (encoded(&text, KOI8, |at| (0xc0 + at, 0xe0 + at), 0xa3), "KOI8-R"),
        (encoded(&text, ALPHABET, dos, 0xf1), "CP866"),
    ] {
        let site = page(&bytes);
        tells(&site, name, ("encoding-unsure", 0, 0), name);
        site.build().fails_with(&format!("похоже, это {name}"));
        assert_eq!(std::fs::read(site.path("content/news/a.md")).unwrap(), bytes, "{name}");
    }
}

#[test]
fn an_import_reads_old_encodings_and_says_which() {
    let text = "ПОЛОЖЕНИЕ\nо методическом кабинете\n\n1. Общие положения\n1.1. Кабинет работает ежедневно.\n";
    let koi8 = encoded(text, KOI8, |at| (0xc0 + at, 0xe0 + at), 0xa3);
    let iso = encoded(text, ALPHABET, |at| (0xd0 + at, 0xb0 + at), 0xf1);
    for (bytes, name) in [(koi8, "KOI8-R"), (iso, "ISO-8859-5")] {
        let site = SiteTest::new().file("source.txt", bytes);
        let outcome = site.run(&["import", "source.txt", "--kind", "regulation", "--id", "kabinet"]);
        assert!(outcome.ok_output().contains(name), "{}", outcome.ok_output());
        let made = std::fs::read_to_string(site.path("content/regulations/kabinet/index.md")).unwrap();
        assert!(made.contains("1.1. Кабинет работает ежедневно."), "{made}");
    }
}

#[test]
fn letters_in_a_wrong_encoding_are_told_at_their_line() {
    for text in [
        "РџСЂРёРІРµС‚",
        "Слова РёСЏ",
        "Ð¿Ñ€Ð¸",
        "Ïðèâåò",
        "п»їСлова",
        "ï»¿Слова",
        "Приказ в„– 5",
        "Да вЂ¦",
        "Да â€” нет",
        "Â«Слова»",
    ] {
        let found = body(&format!("Слова.\n\n{text}")).told();
        let told: Vec<_> = found.iter().map(|one| (one.0.as_str(), one.1)).collect();
        assert_eq!(told, [("text-garbled", 7)], "{text}");
    }
    for text in ["СССР, РСФСР и РФ", "Рёв и Сёмга", "5 «В» класс", "Школа «МИР»", "España", "АО «РС»"]
    {
        assert_eq!(body(text).told(), [], "{text}");
    }
    // A whole file: nothing else that could be said of it is true.
    let twice = news("Новость", WORDS);
    let latin: String = twice.bytes().map(char::from).collect();
    tells(&page(latin), "as Latin-1", ("text-garbled", 2, 8), "весь файл");
    for mark in ["п»ї", "ï»¿"] {
        tells(&page(format!("{mark}{twice}")), mark, ("text-garbled", 1, 1), "сотрите их");
    }
    let keys = "---\nР·Р°РіРѕР»РѕРІРѕРє: Новость\nРґР°С‚Р°: 20.11.2026\n---\nСлова.\n";
    tells(&page(keys), "keys", ("text-garbled", 2, 1), "весь файл");
}

#[test]
fn a_zero_byte_is_told_at_its_place_and_its_page_is_not_published() {
    let site = body("Слова и\0 слова.");
    tells(&site, "in the text", ("text-zero", 5, 8), "наберите заново");
    site.build().fails_with("нулевой байт");
    tells(&page(news("Нов\0ость", "С.")), "in a field", ("text-zero", 2, 11), "");
    let settings = body("С.").file("content/site.yaml", "title: Це\0нтр\nbase_url: https://a.example\n");
    tells(&settings, "in settings", ("text-zero", 1, 10), "");
    let picture = [0x89, b'P', b'N', b'G', 0, 0, 0, 1, 2, 3].repeat(9);
    tells(&page(picture), "no text", ("file-not-text", 0, 0), "");
}

#[test]
fn settings_that_are_none_are_told_once() {
    for text in ["- а\n- б\n", "просто текст\n", "[]\n", "---\n- а\n"] {
        let found = body("С.").file("content/site.yaml", text).told();
        let told: Vec<&str> = found.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(told, ["setting-invalid"], "{text}");
    }
    for text in ["", "# заметка\n", "{}\n", "null\n"] {
        let site = body("С.").file("content/site.yaml", text);
        tells(&site, text, ("setting-missing", 1, 1), "title: Название центра");
    }
}

#[test]
fn english_days_are_understood() {
    let event = |start: &str| {
        let text = format!("---\nназвание: Семинар\nформа: семинар\nначало: {start}\n---\nТекст.\n");
        SiteTest::new().file("content/events/a.md", text)
    };
    for day in [
        "December 12, 2026",
        "12 Dec 2026",
        "Dec. 12th, 2026",
        "12th of December 2026",
        "Saturday, 12 December 2026",
        "12-Dec-2026",
        "2026/12/12",
        "12 Dec 2026 10:00",
        "Sat, 12 Dec 2026 10:00:00 +0300",
    ] {
        let site = event(day);
        assert_eq!(site.told(), [], "{day}");
        site.build().ok().shows("events/a/index.html", "12 декабря 2026");
    }
    event("Dec 12, 2026 3:00 PM").build().ok().shows("events/a/index.html", "15:00");
    for (day, help) in [
        ("Dec 12", "12.12.ГГГГ"),
        ("December 2026", "Напишите так"),
        ("12/21/2026", "Сначала пишут день"),
        ("Dec 12, 2026 12 AM", "Напишите так"),
        ("Feb 31, 2026", "28"),
    ] {
        tells(&event(day), day, ("value-invalid", 4, 9), help);
    }
}

#[test]
fn tables_and_schemes_of_other_programs_are_told_once() {
    for (text, help) in [
        ("{| class=\"wikitable\"\n|-\n! А !! Б\n|-\n| в || г || д\n|}", "другой программы"),
        ("{|\n|-\n| '''а''' || б\n|}", "другой программы"),
        ("|===\n|А |Б\n\n|в |г\n|===", "другой программы"),
        ("```mermaid\ngraph TD\nA-->B\n```", "картинкой"),
        ("```{mermaid}\nA-->B\n```", "картинкой"),
        ("~~~ plantuml\nA -> B\n~~~", "картинкой"),
        ("``` dot\ndigraph {}\n```", "картинкой"),
        ("@startuml\nA -> B\n@enduml", "картинкой"),
        ("```math\nx^2\n```", "$x^2$"),
    ] {
        tells(&body(text), text, ("markup-stray", 5, 1), help);
    }
    for text in ["```python\nprint(1)\n```", "```\n{|\n|}\n```", "| а | б |\n|---|---|\n| в | г |"] {
        assert_eq!(body(text).told(), [], "{text}");
    }
}

#[test]
fn footnotes_that_came_apart_are_told() {
    let told = |text: &str, place, help: &str| tells(&body(text), text, place, help);
    told("Слова[^1].\n\n[^1]: Раз.\n[^1]: Два.", ("footnote-loose", 8, 1), "второй сноске");
    told("Слова[^1].\n\n[^1]: Раз.\n\n[^1]: Два.", ("footnote-loose", 9, 1), "второй сноске");
    told("Слова.\n\n[^1]: Никто.", ("footnote-loose", 7, 1), "или удалите");
    told("Слова[^1].\n\n[^1]:", ("footnote-loose", 7, 1), "после двоеточия");
    told("Слова[^2].", ("markup-stray", 5, 6), "нет текста");
    assert_eq!(body("Слова[^1][^1].\n\n[^1]: Раз [^2].\n\n[^2]: Два.").told(), []);
    // The parser makes no difference between capitals and small letters, so neither does the page.
    let site = body("Слова[^а].\n\n[^А]: Пояснение.");
    assert_eq!(site.told(), []);
    site.build().ok().shows("news/a/index.html", "<li id=\"fn-1\"><p>Пояснение.");
}

#[test]
fn a_page_that_cites_a_clause_is_not_told_twice() {
    let fields =
        "тип документа: положение\nуровень: локальный\nномер: 1\nдата: 01.09.2026\nстатус: действует\n";
    let regulation =
        format!("---\nзаголовок: Положение о кабинете\n{fields}---\n\n1.1. Один.\n\n1.2. Два.\n");
    let link = |place: &str| format!("[положение](/regulations/r/{place})");
    let site = SiteTest::new()
        .file("content/regulations/r.md", regulation)
        .file("content/news/a.md", news("К пункту", &format!("{} и {}.", link("#p-1.1"), link(""))))
        .file("content/news/b.md", news("Ко всему", &format!("Смотрите {}.", link(""))));
    site.build().ok();
    let page = std::fs::read_to_string(site.path("public/regulations/r/index.html")).unwrap();
    let links = &page[page.find("id=\"backlinks-title\"").unwrap()..];
    assert_eq!(links.matches("К пункту").count(), 1, "{links}");
    assert_eq!(links.matches("Ко всему").count(), 1, "{links}");
}

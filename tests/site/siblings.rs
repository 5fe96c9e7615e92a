//! What people write that no rule was made for: other dialects, habits of other programs, names, days, addresses. What
//! leaves no doubt is understood; of the rest a message names the place and the way out.

use crate::{SiteTest, news};

/// The least that a reader of PDF opens: one empty page.
const PDF: &str = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n";

/// What is said of a site: rule, line and help of each message.
fn said(site: &SiteTest) -> Vec<(String, u64, String)> {
    site.told().into_iter().map(|(rule, line, _, help)| (rule, line, help)).collect()
}

/// Holds that one message of a rule stands at a line, with these words in its help.
fn tells(site: &SiteTest, what: &str, rule: &str, line: u64, help: &str) {
    let found = said(site);
    let right =
        found.iter().filter(|(r, at, words)| r == rule && *at == line && words.contains(help)).count();
    assert_eq!((right, found.len()), (1, 1), "{what}: {rule} at {line} «{help}»: {found:?}");
}

fn body(text: &str) -> SiteTest {
    site().file("content/news/a.md", news("Новость", text))
}

/// An event whose fourth line and those after it are these.
fn event(lines: &str) -> SiteTest {
    let text = format!("---\nназвание: Семинар\nформа: семинар\n{lines}\n---\nТекст.\n");
    site().file("content/events/a.md", text)
}

fn dated(lines: &str) -> SiteTest {
    event(&format!("начало: 01.12.2026\n{lines}"))
}

fn site() -> SiteTest {
    SiteTest::new()
        .file("content/news/b.md", news("Вторая новость", "## Кто отвечает\n\nСлова."))
        .file("content/news/план.pdf", PDF)
        .file("content/news/a#1.pdf", PDF)
        .file("content/associations/rmo.md", "---\nназвание: РМО математики\nвид объединения: РМО\n---\nТ.\n")
}

#[test]
fn days_are_understood_as_they_are_written() {
    for day in [
        "1 дек. 2026",
        "1 декабря 2026 г.",
        "“01.12.2026”",
        "01.12.2026;",
        "01,12,2026",
        "1.XII.2026",
        "O1.12.2026",
        "1.12.2О26",
        "с 10:00 01.12.2026",
        "01.12.2026 с 10:00 до 12:00",
        "1\u{a0}декабря\u{a0}2026",
    ] {
        let site = event(&format!("начало: {day}"));
        assert_eq!(said(&site), [], "{day}");
        site.build().ok().shows("events/a/index.html", "1 декабря 2026");
    }
    for (day, help) in [
        ("1 декабря", "Допишите год"),
        ("01.12", "Допишите год"),
        ("46357", "это 01.12.2026"),
        ("декабрь 2026", "21.11.2026"),
        ("12/31/2026", "Месяцев двенадцать"),
    ] {
        tells(&event(&format!("начало: {day}")), day, "value-invalid", 4, help);
    }
}

#[test]
fn pages_are_named_in_every_way_that_is_clear() {
    for name in [
        "rmo",
        "[[rmo]]",
        "rmo.md",
        "associations/rmo",
        "content/associations/rmo.md",
        "/associations/rmo/",
        "https://centre.example/associations/rmo/",
        "\"[РМО](rmo.md)\"",
        "«РМО математики»",
        "РМО математики.",
    ] {
        assert_eq!(said(&dated(&format!("объединения: {name}"))), [], "{name}");
    }
    for terms in ["математика и физика", "математика/физика", "математика, физика и химия"]
    {
        assert_eq!(said(&dated(&format!("предметы: {terms}"))), [], "{terms}");
    }
    tells(&dated("предметы: математика и фузика"), "фузика", "term-unknown", 5, "");
    tells(&dated("регистрация: forms.example/x"), "без https", "value-invalid", 5, "https://forms.example/x");
}

#[test]
fn addresses_of_the_site_itself_are_checked_like_others() {
    let whole = "[раз](https://centre.example/news/b/) и [два](http://centre.example/news/b/#кто-отвечает)";
    assert_eq!(said(&body(whole)), []);
    tells(
        &body("[раз](https://centre.example/news/net/)"),
        "нет страницы",
        "link-dead",
        5,
        "адрес вашего сайта",
    );
    tells(&body("https://centre.example/news/b/#net"), "нет места", "link-dead", 5, "нет места");
    assert_eq!(said(&body("[раз](https://other.example/news/net/)")), []);
    let below = body("[раз](https://centre.example/forum/) [два](https://centre.example/imc/news/b/)")
        .file("content/site.yaml", "title: Центр\nbase_url: https://centre.example/imc/\n");
    assert_eq!(said(&below), [], "what lies beside the folder of the site is none of it");
}

#[test]
fn links_that_lead_nowhere_are_told_with_what_was_meant() {
    for (link, help) in [
        ("[x](b)", "[[b]]"),
        ("[x](content/news/b.md)", "[[b]]"),
        ("[x](b.html)", "[[b]]"),
        ("[x](/news/b.html)", "/news/b/"),
        ("[x](План.PDF)", "план.pdf"),
        ("[x](plan.pdf)", "план.pdf"),
        ("[x](imc@imc.example)", "mailto:imc@imc.example"),
        ("[x](htpp://a.example/b)", "https://a.example/b"),
        ("[x](https//a.example)", "https://a.example"),
        ("[x](https://https://a.example)", "имя сайта"),
        ("<a href=net.md>x</a>", "Проверьте имя"),
        ("[x]()", "скобки пусты"),
    ] {
        tells(&body(link), link, "link-dead", 5, help);
    }
    assert_eq!(said(&body("[x](a#1.pdf) <a href=b.md>y</a>")), []);
    body("<a href=b.md>y</a>")
        .build()
        .ok()
        .shows("news/a/index.html", "<a href=\"/news/b/\" rel=\"noopener\">y</a>");
    tells(
        &body("![Вторая](b.md)"),
        "страница картинкой",
        "picture-unshown",
        5,
        "уберите восклицательный знак",
    );
}

#[test]
fn marks_of_other_programs_are_told_once() {
    for (text, help) in [
        ("## Раздел {#raz}\n\nСлова{: .note}\n{: .lead}", "фигурных скобках"),
        ("[слова]{.underline}", "фигурных скобках"),
        ("{:toc}", "фигурных скобках"),
        ("import X from \"./x\"", "Команды других программ"),
        (".. note:: Слова", "Команды других программ"),
        ("#+BEGIN_QUOTE", "Команды других программ"),
        ("image::zal.jpg[]", "Команды других программ"),
        ("*[ИМЦ]: Центр", "Команды других программ"),
        ("> [!ПРИМЕЧАНИЕ]\n> Слова", "Врезка пишется так"),
        ("h2. Заголовок", "## Заголовок"),
        ("== Заголовок ==", "## Заголовок"),
        ("'''важно'''", "**Внимание:**"),
        ("||скрыто||", "<details>"),
        ("{--было--} {++стало++}", "Пометки правок"),
        ("Слово^[сноска]", "[^1]: Текст сноски"),
        ("[ ] купить мел", "- [ ] сделать"),
        ("- [х] полить цветы", "- [x] сделано"),
        ("\\(x^2\\)", "$x^2$"),
        ("Сумма \\(a+b\\) велика", "$x^2$"),
        ("Откройте `plan.docx и прочтите", "обратные апострофы"),
        ("~~было, стало", "две тильды"),
        ("[Позвонить](tel:+7 (000) 000-00-00)", "(tel:+70000000000)"),
        ("а. мел\nб. доска", "пустыми строками"),
        ("Имя | Часы\nМетодист | 10–12\nДиректор | 12–14", "|---|---|"),
        ("(а) мел\n(б) доска", "пустыми строками"),
        ("i. мел\nii. доска", "пустыми строками"),
        ("+---+---+\n| а | б |\n+---+---+", "|---|---|"),
    ] {
        let found = said(&body(text));
        let right =
            found.iter().filter(|(rule, _, words)| rule == "markup-stray" && words.contains(help)).count();
        assert!(right >= 1 && found.len() == right, "{text}: {found:?}");
    }
    for text in [
        "\"Слова\":https://a.example/",
        "Время 10:30:00",
        "а || б",
        "= 5",
        "C++ и C#",
        "[1] Источник",
        "5 == 5",
        "Слова \\(см. ниже\\) и \\[1\\]",
        "об`ём и \\`знак",
        "Часы ~~ 10",
        "Главная | Новости\nПлан | Отчёт",
    ] {
        assert_eq!(said(&body(text)), [], "{text}");
    }
}

#[test]
fn words_of_tags_that_are_not_published_stay() {
    for (text, published) in [
        ("Слова <math><mi>икс</mi><mo>=</mo><mn>5</mn></math> дальше", "<p>Слова икс=5 дальше</p>"),
        ("Слова <svg width=\"9\"><text>надпись</text></svg> дальше", "<p>Слова надпись дальше</p>"),
        ("Слова <select><option>раз</option><option>два</option></select>", "раз  два"),
        ("Слова <my-el>своё</my-el> и H<font>2</font>O", "<p>Слова своё и H2O</p>"),
        ("<fieldset><legend>Итог</legend>слова</fieldset>", "Итог слова"),
        ("<sv<svg>g onload=x()>слова", "слова"),
    ] {
        let site = body(text);
        site.build().ok().shows("news/a/index.html", published);
        assert!(said(&site).iter().all(|(rule, ..)| rule == "html-removed"), "{text}: {:?}", said(&site));
    }
    let formula = said(&body("<math><mi>x</mi></math> <svg><path d='M0 0'/></svg>"));
    assert_eq!(formula.len(), 2, "{formula:?}");
    assert!(formula[0].2.contains("$x^2$") && formula[1].2.contains("risunok.svg"), "{formula:?}");
}

#[test]
fn lines_and_items_that_fall_apart_are_told() {
    for (text, rule, line) in [
        ("ул. Школьная, 1\nтел. 8 (000) 000-00-00\nпн–пт 9–17", "lines-joined", 5),
        ("> Скажи-ка, дядя,\n> Ведь недаром\n> Москва, спалённая пожаром", "lines-joined", 5),
        ("[Первая](b.md)\n[Вторая](b.md)\n[Третья](b.md)", "lines-joined", 5),
        ("1. раз\n  - два\n  - три\n2. четыре", "list-flat", 6),
        ("- раз\n - два\n - три", "list-flat", 6),
        ("- раз\n  - два\n\n1. три\n  1. четыре\n", "list-flat", 9),
    ] {
        let found = said(&body(text));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0.as_str(), found[0].1), (rule, line), "{text}");
    }
    for text in [
        "ул. Школьная, 1\\\nтел. 8 (000) 000-00-00\\\nпн–пт 9–17",
        "Приходите вовремя.\nВозьмите ручку.\nБудет чай.",
        "Работа методиста состоит\nиз многих дел и\nвстреч.",
        "г. Иваново\nг. Пестяки",
        "- раз\n  - два\n    - три\n- четыре",
        "1. раз\n   - два\n2. три",
        "- раз\n\n  слова\n\n- два",
        " - раз\n - два",
    ] {
        assert_eq!(said(&body(text)), [], "{text}");
    }
}

#[test]
fn fields_of_other_habits_are_told_at_their_line() {
    for (lines, line, rule, help) in [
        ("начало = 01.12.2026", 4, "yaml-syntax", "двоеточие"),
        ("начало： 01.12.2026", 4, "yaml-syntax", "двоеточие"),
        ("начало: 01.12.2026\nметки:\n1. школа\n2. урок", 6, "yaml-syntax", "«- пункт»"),
        ("начало: 01.12.2026\nметки:\n* школа\n* урок", 6, "yaml-syntax", "«- пункт»"),
        ("начало: 01.12.2026\n**кратко**: слова", 5, "yaml-syntax", "Уберите знаки"),
        ("<!-- заметка -->\nначало: 01.12.2026", 4, "yaml-syntax", "знаком #"),
        ("начало: 01.12.2026\nметки: [\"школа, урок]", 5, "yaml-syntax", "кавычка"),
        ("начало: 01.12.2026\n<<: *base", 5, "yaml-anchor", "целиком"),
        ("начало: 01.12.2026\n...\nметки: школа", 5, "yaml-syntax", "Удалите эту строку"),
    ] {
        tells(&event(lines), lines, rule, line, help);
    }
    let comma = "начало: 01.12.2026\nместо: {адрес: зал 5, 6 этаж}";
    tells(&event(comma), comma, "value-invalid", 5, "адрес: \"зал 5, 6 этаж\"");
    // Signs that YAML keeps for itself are words in a list on one line as they are in a value.
    assert_eq!(said(&dated("метки: [@imc, #урок, !срочно]")), []);
    for start in ["———", "—", "–––", "-----"] {
        let text = format!("{start}\nзаголовок: Новость\nдата: 20.11.2026\n{start}\nСлова.\n");
        assert_eq!(said(&site().file("content/news/a.md", text)), [], "{start}");
    }
    let fields = "заголовок: Новость\nдата: 20.11.2026\n";
    for (text, help) in [
        (format!("***\n{fields}***\nСлова.\n"), "три дефиса"),
        (format!("```yaml\n{fields}```\nСлова.\n"), "три дефиса"),
        (format!("Слова.\n\n---\n{fields}---\nСлова.\n"), "стоит ниже"),
        (format!("<!-- заметка -->\n---\n{fields}---\nСлова.\n"), "стоит ниже"),
    ] {
        tells(&site().file("content/news/a.md", &text), &text, "front-matter-missing", 1, help);
    }
    let foreign = site().file("content/news/中文.md", news("Новость", "Слова."));
    assert!(
        said(&foreign)
            .iter()
            .any(|(rule, _, help)| rule == "id-invalid" && help.contains("русские или латинские"))
    );
}

#[test]
fn a_lock_that_git_merged_or_somebody_emptied_is_told_once() {
    let site = body("Слова.");
    site.build().ok();
    let lock = std::fs::read_to_string(site.path("content/addresses.lock")).unwrap();
    let merged = format!("<<<<<<< HEAD\n{lock}=======\n{lock}>>>>>>> main\n");
    let site = site.file("content/addresses.lock", merged);
    tells(&site, "слияние", "lock-invalid", 1, "остальные оставьте все");
    let site = site.file("content/addresses.lock", format!("{lock}{lock}"));
    assert_eq!(said(&site), [], "what is left when the marks are deleted");
    let site = site.file("content/addresses.lock", "\n");
    tells(&site, "пустой список", "addresses-lock-lost", 0, "");
}

#[test]
fn drawings_that_no_browser_shows_or_all_would_choke_on_are_refused() {
    let around = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
    let drawn = |drawing: &str| body("![Рисунок](r.svg)").file("content/news/r.svg", drawing);
    let parts: String = (1..9)
        .map(|at| format!("<g id=\"a{at}\">{}</g>", format!("<use href=\"#a{}\"/>", at - 1).repeat(10)))
        .collect();
    let bomb = around(&format!("<g id=\"a0\"><rect/></g>{parts}<use href=\"#a8\"/>"));
    let circle = around("<g id=\"a\"><use href=\"#a\"/></g>");
    for drawing in [bomb.as_str(), &circle, "<svg><path d=\"M0 0\"/></svg>"] {
        let rules: Vec<String> = said(&drawn(drawing)).into_iter().map(|(rule, ..)| rule).collect();
        assert_eq!(rules, ["drawing-unreadable"], "{drawing}");
    }
    let signs = around(&format!("<g id=\"a\"><rect/></g>{}", "<use href=\"#a\"/>".repeat(500)));
    assert_eq!(said(&drawn(&signs)), []);
}

#[test]
fn what_no_page_can_be_made_of_is_refused_with_its_place() {
    let cells = format!("| а | б |\n|---|---|\n{}", "| в | г |\n".repeat(150_000));
    let found = said(&body(&cells));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0.as_str(), found[0].1 > 100_000), ("markup-excessive", true));
    let deep = format!("{}слово", "- ".repeat(100_000));
    tells(&body(&deep), "вложенные списки", "nested-too-deep", 5, "Закройте");
}

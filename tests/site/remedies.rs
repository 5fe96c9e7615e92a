//! A remedy does not fail again: what the help of a message says is done to the file, and the message is gone.

use std::fs;

use crate::{SiteTest, news};

/// A message as programs get it.
struct Said {
    file: String,
    help: String,
    message: String,
    /// The words of the file that it marks.
    marked: String,
}

/// The first message of a rule.
fn said(site: &SiteTest, rule: &str) -> Option<Said> {
    let outcome = site.run(&["check", "--today", "2026-11-21", "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&json(&outcome.said())).unwrap();
    let one = all.iter().find(|one| one["rule"] == rule)?;
    let file = one["file"].as_str().unwrap_or_default().to_owned();
    let help: Vec<&str> = one["help"].as_array().unwrap().iter().filter_map(|text| text.as_str()).collect();
    let number = |name: &str| usize::try_from(one[name].as_u64().unwrap_or(1)).unwrap();
    let text = fs::read_to_string(site.path(&file)).unwrap_or_default();
    let line = text.lines().nth(number("line") - 1).unwrap_or_default();
    let marked = line.chars().skip(number("column") - 1);
    let marked = marked.take(number("end_column").saturating_sub(number("column"))).collect();
    Some(Said { file, help: help.join(" "), message: one["message"].as_str().unwrap().to_owned(), marked })
}

/// The array in what was printed.
fn json(said: &str) -> String {
    said[said.find('[').unwrap()..=said.rfind(']').unwrap()].to_owned()
}

/// The words of a text between two marks.
fn between(text: &str, open: &str, close: &str) -> String {
    let rest = text.split_once(open).unwrap_or_else(|| panic!("no «{open}» in {text}")).1;
    rest.split_once(close).unwrap_or_else(|| panic!("no «{close}» in {text}")).0.to_owned()
}

/// Puts something in the place of what a message marks.
fn put(site: &SiteTest, said: &Said, new: &str) {
    let text = fs::read_to_string(site.path(&said.file)).unwrap();
    assert!(!said.marked.is_empty() && text.contains(&said.marked), "{}: «{}»", said.message, said.marked);
    write(site, &said.file, &text.replacen(&said.marked, new, 1));
}

#[expect(clippy::disallowed_methods, reason = "an author's hand")]
fn write(site: &SiteTest, path: &str, text: &str) {
    fs::write(site.path(path), text).unwrap();
}

/// Does what a message says, and holds that it is gone.
fn mends(site: &SiteTest, rule: &str, mend: impl Fn(&SiteTest, &Said)) {
    let first = said(site, rule).unwrap_or_else(|| panic!("{rule}: {:?}", site.problems()));
    mend(site, &first);
    let again = said(site, rule).map(|said| format!("{}: {}", said.message, said.help));
    assert_eq!(again, None, "{rule} after: {}", first.help);
}

fn event(lines: &str) -> SiteTest {
    let text = format!("---\nназвание: Семинар\nформа: семинар\nначало: 01.12.2026\n{lines}\n---\nТекст.\n");
    SiteTest::new().file("content/events/seminar.md", text)
}

/// «Возможно, вы имели в виду «…».»
fn meant(site: &SiteTest, said: &Said) {
    put_inside(site, said, &between(&said.help, "имели в виду «", "»."));
}

/// Puts something in the place of what a message names, within what it marks: a link keeps its words.
fn put_inside(site: &SiteTest, said: &Said, new: &str) {
    let named = between(&said.message, "«", "»");
    assert!(said.marked.contains(&named), "{}: «{}»", said.message, said.marked);
    put(site, said, &said.marked.replacen(&named, new, 1));
}

#[test]
fn what_was_meant_is_understood() {
    let settings = "title: Центр\nbase_url: https://imc.example/\n";
    let site_yaml = |line: &str| SiteTest::new().file("content/site.yaml", format!("{settings}{line}\n"));
    let relation = event("объединение: rmo-matematka").file(
        "content/associations/rmo-matematika.md",
        "---\nназвание: РМО\nвид объединения: РМО\n---\nТ.\n",
    );
    let pdf = "%PDF-1.4\n%%EOF\n";
    for (site, rule) in [
        (event("место провидения: Школа"), "field-unknown"),
        (event("метки: [а]\nкраткое описанее: Слова"), "field-unknown"),
        (event("предметы: [матиматика]"), "term-unknown"),
        (relation, "relation-unknown"),
        (event("вложения: [konspkt.pdf]").file("content/events/konspekt.pdf", pdf), "file-missing"),
        (site_yaml("short_titel: Ц"), "setting-unknown"),
        (
            SiteTest::new()
                .file("content/news/a.md", news("Новость", "[[novst]]"))
                .file("content/news/novost.md", news("Вторая", "Т.")),
            "link-dead",
        ),
        (
            SiteTest::new()
                .file("content/news/a.md", news("Новость", "[раз](/news/novst/)"))
                .file("content/news/novost.md", news("Вторая", "Т.")),
            "link-dead",
        ),
    ] {
        mends(&site, rule, meant);
    }
}

#[test]
fn lines_to_be_copied_are_right() {
    let comma = event("место: {название: Школа № 1, кабинет 5, адрес: ул. Мира}");
    mends(&comma, "value-invalid", |site, said| {
        let text = fs::read_to_string(site.path(&said.file)).unwrap();
        let line = said.help.rsplit_once("в кавычки: ").unwrap().1.trim_end_matches('.');
        write(site, &said.file, &text.replace("название: Школа № 1, кабинет 5", line));
    });
    let id = SiteTest::new()
        .file("content/news/a.md", "---\ntitle: Новость\ndate: 20.11.2026\nid: Моя новость\n---\nТ.\n");
    mends(&id, "id-invalid", |site, said| put(site, said, &between(&said.help, "Напишите так: ", ".")));
    let table = SiteTest::new().file("content/news/a.md", news("Новость", "| Имя | Класс |\n| Аня | 5 |"));
    mends(&table, "markup-stray", |site, said| {
        let line = between(&said.help, "нужна строка ", " (");
        put(site, said, &format!("{}\n{line}", said.marked));
    });
    let named = SiteTest::new().file("content/news/a.md.txt", news("Новость", "Т."));
    mends(&named, "page-misnamed", |site, said| {
        let right = between(&said.help, "файл в «", "»");
        fs::rename(site.path(&said.file), site.path("content/news").join(right)).unwrap();
    });
    let folder = SiteTest::new().file("content/nevs/a.md", news("Новость", "Т."));
    mends(&folder, "folder-unknown", |site, said| {
        fs::rename(site.path("content/nevs"), site.path(&between(&said.help, "папку ", "."))).unwrap();
    });
}

#[test]
fn a_page_that_is_gone_is_answered_for_by_the_lines_of_its_message() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Слова, которых больше нет нигде."));
    site.build().ok();
    let site = site.without("content/news/a.md");
    mends(&site, "address-vanished", |site, said| {
        let lines = said
            .help
            .split_once(":\n")
            .map_or_else(|| between(&said.help, "- ", "\n"), |(_, lines)| lines.to_owned());
        let text = fs::read_to_string(site.path("content/site.yaml")).unwrap();
        let lines: String = lines
            .lines()
            .filter(|line| line.trim().starts_with("- "))
            .map(|line| format!("  {}\n", line.trim()))
            .collect();
        write(site, "content/site.yaml", &format!("{text}удалено:\n{lines}"));
    });
    site.build().ok();
}

#[test]
fn the_marks_of_links_and_lists_are_mended_as_told() {
    for (body, right) in [
        ("[план](план работы.txt)", "[план](<план работы.txt>)"),
        ("[сайт] (https://a.example/)", "[сайт](https://a.example/)"),
        ("[сайт](https://a.example/ и дальше", "[сайт](https://a.example/) и дальше"),
        ("**Внимание:**текст", "**Внимание:** текст"),
        ("##Заголовок", "## Заголовок"),
        ("Слово[^1]", "Слово[^1]\n\n[^1]: Текст сноски."),
        ("-мел\n-доска", "- мел\n- доска"),
        ("• мел\n• доска", "- мел\n- доска"),
        ("1.Мел\n2.Доска", "1. Мел\n2. Доска"),
        ("$\\frac{a$", "$\\frac{a}{b}$"),
        ("Это ==важно==.", "Это **важно**."),
        ("H~2~O и x^2^", "H<sub>2</sub>O и $x^2$"),
        ("[сайт][1] и другой", "[сайт][1] и другой\n\n[1]: https://a.example/"),
        ("(сайт)[https://a.example/]", "[сайт](https://a.example/)"),
        ("[b]Важно[/b]", "**Важно**"),
        ("Площадь 5*3*2", "Площадь 5×3×2"),
        ("%% для себя %%", "<!-- для себя -->"),
        ("Слова <!-- для себя", "Слова <!-- для себя -->"),
        ("!!! note \"Заметка\"", "> [!NOTE]\n> Заметка"),
        ("> [!info] Заметка", "> [!NOTE]\n> Заметка"),
        ("Имя;Класс;Балл\nАня;5;1", "| Имя | Класс | Балл |\n|---|---|---|\n| Аня | 5 | 1 |"),
        ("а) мел\nб) доска", "а) мел\n\nб) доска"),
        ("— мел;\n— доска.", "- мел;\n- доска."),
        ("** Важно ** и дальше", "**Важно** и дальше"),
        ("#Заголовок из слов", "## Заголовок из слов"),
        ("Откройте `plan.docx", "Откройте `plan.docx`"),
        ("~~было, стало", "~~было~~ стало"),
        ("[Нам](tel:+7 (000) 000-00-00)", "[Нам](tel:+70000000000)"),
        ("Имя | Час\nА | 1\nБ | 2", "| Имя | Час |\n|---|---|\n| А | 1 |\n| Б | 2 |"),
        ("1. раз\n  - два", "1. раз\n   - два"),
        ("Ул. Мира, 1\nДом 2\nТел. 5", "Ул. Мира, 1\\\nДом 2\\\nТел. 5"),
    ] {
        let site = |body: &str| {
            let site = SiteTest::new().file("content/news/a.md", news("Новость", body));
            site.file("content/news/план работы.txt", "План работы на год.")
        };
        let told = |site: &SiteTest| {
            let rules = ["markup-stray", "markup-lost", "formula", "lines-joined", "list-flat"];
            site.problems().iter().any(|said| rules.iter().any(|rule| said.contains(rule)))
        };
        assert!(told(&site(body)), "{body}");
        assert!(!told(&site(right)), "{right}: {:?}", site(right).problems());
    }
}

#[test]
fn what_swallows_a_text_lets_go_of_it_as_told() {
    for (rule, body, right) in [
        ("code-unclosed", "Слова.\n\n~~~~~\n\nДальше.", "Слова.\n\n---\n\nДальше."),
        ("code-unclosed", "```\nkabinet build", "```\nkabinet build\n```"),
        ("comment-unclosed", "<!-- заметка\n\nСлова.", "<!-- заметка -->\n\nСлова."),
        ("heading-underlined", "Итоги подведены.\n---\nДальше.", "Итоги подведены.\n\n---\nДальше."),
    ] {
        let site = |body: &str| SiteTest::new().file("content/news/a.md", news("Новость", body));
        assert!(said(&site(body), rule).is_some(), "{body}: {:?}", site(body).problems());
        assert_eq!(site(right).problems(), [""; 0], "{right}");
    }
}

#[test]
fn a_day_that_does_not_fall_on_its_date_is_mended_either_way() {
    for mend in ["четверг, 3 декабря 2026", "вторник, 1 декабря 2026", "вторник, 8 декабря 2026"]
    {
        mends(
            &event("\n---\nЖдём во вторник, 3 декабря 2026 года."),
            "weekday-wrong",
            |site, said| {
                assert_eq!(said.marked, "вторник, 3 декабря 2026");
                assert!(said.help.contains("01.12.2026 и 08.12.2026"), "{}", said.help);
                put(site, said, mend);
            },
        );
    }
}

#[test]
fn links_are_mended_as_told() {
    let site = |link: &str| {
        let other = news("Вторая новость", "Т.");
        SiteTest::new()
            .file("content/news/a.md", news("Новость", link))
            .file("content/news/b.md", &other)
            .file("content/news/c.md", other)
            .file("content/news/plan.txt", "План работы.")
    };
    mends(&site("Вот [форма](forms.example.ru/x)."), "link-dead", |site, said| {
        put_inside(site, said, said.help.rsplit("например ").next().unwrap().trim_end_matches('.'));
    });
    mends(&site("Вот [[Вторая новость]]."), "link-dead", |site, said| {
        put(site, said, &between(&format!("{}.", said.help), "по имени файла: ", ","));
    });
    mends(&site("Вот [план](C:\\plan.txt)."), "link-dead", |site, said| {
        put(site, said, "[план](plan.txt)")
    });
    let title = SiteTest::new().file("content/news/a.md", news("\"**Важно!** Семинар\"", "Т."));
    mends(&title, "text-marked", |site, said| put(site, said, "\"Важно! Семинар\""));
}

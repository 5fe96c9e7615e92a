//! Formatted texts, in bodies and in fields: one rule says where a link leads, for the page as for the check.

use crate::{SiteTest, news};

/// An event with a result of these words.
fn event(result: &str) -> String {
    format!("---\ntitle: Семинар\nform: семинар\nstart: 2026-11-10\nresult:\n{result}\n---\nТекст.\n")
}

/// A page of news with a text.
fn page(body: &str) -> SiteTest {
    SiteTest::new().file("content/news/a.md", news("Первая", body))
}

/// The lines of messages with these rules.
fn told(site: &SiteTest, rule: &str) -> Vec<String> {
    site.problems().into_iter().filter(|line| line.contains(rule)).collect()
}

#[test]
fn a_file_named_only_in_a_field_is_published() {
    let result = "  text: Решили. [Итоги](itogi.pdf), а ещё [[b]] и [план](../news/b.md#план-работы)";
    let site = SiteTest::new()
        .file("content/events/itogi.pdf", "%PDF-1.4\n%%EOF\n")
        .file("content/events/e.md", event(result))
        .file("content/news/b.md", news("Вторая новость", "## План работы\n\nТекст."));
    let outcome = site.build();
    outcome.shows("events/e/index.html", "<a href=\"/files/events/itogi.pdf\">Итоги</a>");
    outcome.shows("events/e/index.html", "<a href=\"/news/b/\">Вторая новость</a>");
    outcome.shows("events/e/index.html", "<a href=\"/news/b/#plan-raboty\">план</a>");
    outcome.shows("files/events/itogi.pdf", "%PDF");
    outcome.shows("news/b/index.html", "href=\"/events/e/\"");
    assert_eq!(told(&site, "file-unused"), [""; 0]);
}

#[test]
fn a_dead_link_of_a_field_is_told_at_its_place() {
    for (result, place) in [
        ("  text: Решили. [Итоги](itogi.pdf)", "6:17"),
        ("  text: \"Решили. [Итоги](itogi.pdf)\"", "6:18"),
        ("  text: |\n    Решили.\n\n    Вот [Итоги](itogi.pdf).", "9:9"),
        ("  text: >-\n    Решили: вот\n    и [Итоги](itogi.pdf).", "8:7"),
        ("  text: 'Клуб ''Знание'': [Итоги](itogi.pdf)'", "6:9"),
    ] {
        let site = SiteTest::new().file("content/events/e.md", event(result));
        assert_eq!(
            told(&site, "link-dead"),
            [format!("error link-dead content/events/e.md:{place}")],
            "{result}"
        );
    }
}

#[test]
fn lists_of_groups_and_summaries_have_links_too() {
    let questions = "questions:\n  - question: Когда?\n    answer: В срок, [вот](net.pdf)\n  - question: Где?\n    answer: \"[Здесь](/net/)\"";
    let direction = format!("---\ntitle: Аттестация\nsummary: О ней.\n{questions}\n---\nТекст.\n");
    let site = SiteTest::new().file("content/directions/d.md", direction);
    let dead = told(&site, "link-dead");
    assert_eq!(
        dead,
        ["error link-dead content/directions/d.md:6:21", "error link-dead content/directions/d.md:8:14"]
    );
}

#[test]
fn a_body_inside_yaml_shows_the_place_of_its_links() {
    let list = "- title: Первая\n  date: 2026-11-20\n  summary: О ней.\n  текст: |\n    Слова.\n\n    Вот [это](net.pdf).\n";
    let site = SiteTest::new().file("content/news/list.yaml", list);
    assert_eq!(told(&site, "link-dead"), ["error link-dead content/news/list.yaml:7:9"]);
}

#[test]
fn what_is_left_out_of_a_field_is_told_as_in_a_body() {
    let site = SiteTest::new().file("content/events/e.md", event("  text: Слова <blink>мигают</blink>"));
    assert_eq!(told(&site, "html-removed"), ["warning html-removed content/events/e.md:6:15"]);
}

#[test]
fn every_name_of_a_place_leads_to_its_id() {
    let body = "[раз](#кто-отвечает) [два](/news/a/#Кто%20отвечает) \
                [три](#%D0%BA%D1%82%D0%BE-%D0%BE%D1%82%D0%B2%D0%B5%D1%87%D0%B0%D0%B5%D1%82) \
                [[a#Кто отвечает|четыре]] [пять](#kto-otvechaet) [шесть](a.md#кто-отвечает) \
                [восемь](/news/a/?x=1#кто-отвечает)\n\n## Кто отвечает\n\nМы.\n\n\
                [девять](#сроки) и [[#Сроки|десять]]\n\n## Сроки {#kogda}\n\nСкоро.";
    let site = page(body);
    assert_eq!(told(&site, "link-"), [""; 0]);
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<h2 id=\"kto-otvechaet\">");
    for word in ["раз", "два", "три", "четыре", "пять", "шесть"] {
        outcome.shows("news/a/index.html", &format!("<a href=\"#kto-otvechaet\">{word}</a>"));
    }
    outcome.shows("news/a/index.html", "<a href=\"#kto-otvechaet\">восемь</a>");
    outcome.shows("news/a/index.html", "<a href=\"#kogda\">девять</a>");
    outcome.shows("news/a/index.html", "<a href=\"#kogda\">десять</a>");
}

#[test]
fn links_in_raw_html_lead_where_others_lead() {
    let site = page(
        "<a href=\"#кто-отвечает\">раз</a> <a href=\"/imc/news/a/#кто-отвечает\">два</a>\n\n## Кто отвечает\n\nМы.",
    );
    let site = site.at("https://department.example/imc");
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<a href=\"#kto-otvechaet\" rel=\"noopener\">раз</a>");
    outcome.shows("news/a/index.html", "<a href=\"#kto-otvechaet\" rel=\"noopener\">два</a>");
}

#[test]
fn a_place_of_a_regulation_has_many_names() {
    let regulation = "---\ntitle: Положение о кабинете\ndoc_type: положение\nnumber: 5\ndate: 2026-11-20\nissuer: ИМЦ\nlegal_status: действует\nlevel: локальный\n---\n\
                      ## I. Общие положения\n\n1.1. Кабинет создан.\n\n## II. Порядок работы\n\n2.1. Кабинет открыт.\n";
    let links = "[[p#II|а]] [[p#2|б]] [[p#2.1|в]] [[p#п. 2.1|г]] [[p#раздел II|д]] [[p#Порядок работы|е]] \
                 [ж](/regulations/p/#порядок-работы) [з](../regulations/p.md#2.1.)";
    let site = page(links).file("content/regulations/p.md", regulation);
    assert_eq!(told(&site, "link-"), [""; 0]);
    let outcome = site.build();
    for (word, anchor) in
        "абвгдежз".chars().zip(["s-2", "s-2", "p-2.1", "p-2.1", "s-2", "s-2", "s-2", "p-2.1"])
    {
        outcome.shows("news/a/index.html", &format!("<a href=\"/regulations/p/#{anchor}\">{word}</a>"));
    }
}

#[test]
fn links_carry_the_base_path_once_and_keep_what_follows() {
    let body = "[а](/imc/news/b/#раз) [б](/news/?x=1) [в](doc.pdf#page=3) [г](/files/plan.pdf#page=2)";
    let site = page(body)
        .at("https://department.example/imc")
        .file("content/news/b.md", news("Вторая", "## Раз\n\nТекст."))
        .file("content/news/doc.pdf", "%PDF-1.4\n%%EOF\n")
        .file("content/static/files/plan.pdf", "%PDF-1.4\n%%EOF\n");
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<a href=\"/imc/news/b/#raz\">а</a>");
    outcome.shows("news/a/index.html", "<a href=\"/imc/news/?x=1\">б</a>");
    outcome.shows("news/a/index.html", "<a href=\"/imc/files/news/doc.pdf#page=3\">в</a>");
    outcome.shows("news/a/index.html", "<a href=\"/imc/files/plan.pdf#page=2\">г</a>");
}

#[test]
fn a_page_that_is_not_published_leaves_the_words_alone() {
    let draft = "---\ntitle: Черновик\ndate: 2026-11-20\nstatus: draft\n---\nТекст.\n";
    let site = page("<a href=\"d.md\">раз</a> [два](d.md) [[d|три]]").file("content/news/d.md", draft);
    let outcome = site.build();
    outcome.shows("news/a/index.html", "раз</a> два три</p>");
}

#[test]
fn ids_of_raw_html_are_places_and_stay() {
    let body = "<a name=\"ogr\"></a>Ограничения. [к ним](#ogr), [к блоку](#blok), [[#Раз|к разу]], [к старому](#raz)\n\n\
                <div\n  class=\"x\"\n  id=\"blok\">Блок</div>\n\n> <div id=\"raz\"\n> class=\"y\">Цитата</div>\n\n## Раз\n\nТекст.";
    let site = page(body);
    assert_eq!(told(&site, "link-"), [""; 0]);
    let outcome = site.build();
    for shown in [
        "<a id=\"ogr\"",
        "id=\"blok\"",
        "id=\"raz\"",
        "<h2 id=\"raz-2\">Раз</h2>",
        "href=\"#ogr\"",
        "href=\"#blok\"",
    ] {
        outcome.shows("news/a/index.html", shown);
    }
}

#[test]
fn notes_and_headings_have_different_ids() {
    let body = "## fn 1\n\nСлово[^1], ещё[^1].\n\n<div id=\"fnref-1\">Блок</div>\n\n[^1]: Сноска.";
    let site = page(body);
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<h2 id=\"fn-1\">");
    outcome.shows("news/a/index.html", "<li id=\"fn-1-2\">");
    outcome.shows("news/a/index.html", "href=\"#fn-1-2\" id=\"fnref-1-2\"");
    outcome.shows("news/a/index.html", "<div id=\"fnref-1\">");
    outcome.shows("news/a/index.html", "href=\"#fnref-1-2\"");
}

#[test]
fn a_tag_over_several_lines_is_one_tag() {
    let frame =
        "<iframe\n  src=\"https://rutube.ru/play/embed/1\"\n  width=\"640\"\n  onload=\"a > b\"\n></iframe>";
    for body in
        [format!("{frame}\n\nдальше"), format!("- пункт\n\n  {}\n\nдальше", frame.replace('\n', "\n  "))]
    {
        let site = page(&body).file("content/site.yaml", settings());
        assert_eq!(told(&site, "frame-hidden"), [""; 0]);
        let outcome = site.build();
        outcome.shows("news/a/index.html", "<iframe src=\"https://rutube.ru/play/embed/1\" width=\"640\"");
        outcome.shows("news/a/index.html", "дальше");
        outcome.hides("news/a/index.html", "onload").hides("news/a/index.html", "b&quot;");
    }
}

/// Settings that let videos of one host be shown.
fn settings() -> &'static str {
    "title: Методический центр\nshort_title: Центр\ndescription: Портал для проверок\nbase_url: https://centre.example/\n\
     language: ru\ntime_zone: Europe/Moscow\norganization:\n  name: Методический центр\nvideo_hosts: [rutube.ru]\n"
}

#[test]
fn styles_and_scripts_of_several_lines_are_left_out_whole() {
    let body = "<style>\n.a { color: red }\n\n.b > p { margin: 0 }\n</style>\n\nСлова.\n\n<script>\nlet a = 1 < 2;\nshow(\"<p>код</p>\");\n</script>\n";
    let site = page(body);
    assert_eq!(
        told(&site, "html-removed"),
        ["warning html-removed content/news/a.md:5:1", "warning html-removed content/news/a.md:13:1"]
    );
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<p>Слова.</p>");
    for never in ["color: red", "margin: 0", "let a", "код"] {
        outcome.hides("news/a/index.html", never);
    }
    let found = site.run(&["search", "margin"]);
    assert!(!found.said().contains("/news/a/"), "{}", found.said());
}

#[test]
fn a_link_with_words_stands_in_a_cell_of_a_table() {
    let body = "| Кто | Что |\n|---|---|\n| [[b|слово]] | `x` |\n| [[b\\|другое]] | [[b]] |\n\nи [[b|третье]] | знак.";
    let site = page(body).file("content/news/b.md", news("Вторая", "Текст."));
    assert_eq!(told(&site, "link-"), [""; 0]);
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<td><a href=\"/news/b/\">слово</a></td>\n<td><code>x</code></td>");
    outcome.shows(
        "news/a/index.html",
        "<td><a href=\"/news/b/\">другое</a></td>\n<td><a href=\"/news/b/\">Вторая</a></td>",
    );
    outcome.shows("news/a/index.html", "и <a href=\"/news/b/\">третье</a> | знак.");
}

#[test]
fn signs_hidden_in_links_come_back_everywhere() {
    let body = "| А | Б |\n|---|---|\n| `[[b|код]]` | [[нет | два]] |\n\n```\n[[b|код]] | x\n```\n\n<p title=\"[[b|c]] | d\">п</p>\n\n**жирно [[b|и *тут*]] | да**";
    let site = page(body)
        .file("content/news/b.md", news("Вторая", "Текст."))
        .file("content/news/нет.md", news("Нет", "Текст."));
    let outcome = site.build();
    outcome.shows("news/a/index.html", "<code>[[b|код]]</code>");
    outcome.shows("news/a/index.html", "[[b|код]] | x\n</code>");
    outcome.shows("news/a/index.html", "title=\"[[b|c]] | d\"");
    outcome.hides("news/a/index.html", "\u{1}");
}

#[test]
fn a_page_may_be_called_by_the_name_of_its_file() {
    let composed = "й";
    let decomposed = "и\u{306}";
    let other = format!(
        "[[Мастер-класс|а]] [[мастер-класс.md|б]] [[чита{decomposed}|в]] [г](чита{decomposed}.md) [[мастер-класс#Итоги|д]]"
    );
    let site = page(&other)
        .file("content/news/мастер-класс.md", news("Мастер-класс", "## Итоги\n\nТекст."))
        .file(&format!("content/news/чита{composed}.md"), news("Читай", "Текст."));
    assert_eq!(told(&site, "link-"), [""; 0]);
    let outcome = site.build();
    for (word, address) in [
        ("а", "master-klass/"),
        ("б", "master-klass/"),
        ("в", "chitay/"),
        ("г", "chitay/"),
        ("д", "master-klass/#itogi"),
    ] {
        outcome.shows("news/a/index.html", &format!("<a href=\"/news/{address}\">{word}</a>"));
    }
}

#[test]
fn points_numbered_through_the_text_are_no_sections() {
    let head = "---\ntitle: Порядок приёма\ndoc_type: порядок\nnumber: 5\ndate: 2026-11-20\nissuer: ИМЦ\nlegal_status: действует\nlevel: локальный\n---\n";
    let list = "## I. Общие положения\n\n1. Порядок установлен.\n2. Приём открыт:\n   а) всем;\n\n   б) каждому.\n\n## II. Приём\n\n\
                3. Согласно пункту 2 настоящего Порядка.\n\n4. И разделу II настоящего Порядка.\n";
    let paragraphs = list
        .replace(". Порядок", "\\. Порядок")
        .replace(". Приём открыт", "\\. Приём открыт")
        .replace("3. ", "3\\. ")
        .replace("4. ", "4\\. ");
    for text in [list.to_owned(), paragraphs] {
        let site = page("[[p#2|два]] [[p#II|раздел]] [[p#4]]")
            .file("content/regulations/p.md", format!("{head}{text}"));
        let about =
            site.problems().into_iter().filter(|line| line.contains("clause-") || line.contains("link-"));
        assert_eq!(about.collect::<Vec<_>>(), [""; 0], "{text}");
        let outcome = site.build();
        outcome.shows("news/a/index.html", "href=\"/regulations/p/#p-2\">два</a>");
        outcome.shows("news/a/index.html", "href=\"/regulations/p/#s-2\">раздел</a>");
        outcome.shows("news/a/index.html", "href=\"/regulations/p/#p-4\">Порядок приёма, п. 4</a>");
        let regulation = "regulations/p/index.html";
        outcome.shows(regulation, "<a class=\"clause-ref\" href=\"#p-2\">пункту 2</a>");
        outcome.shows(regulation, "<a class=\"clause-ref\" href=\"#s-2\">разделу II</a>");
        let shown = String::from_utf8(site.published()[regulation].clone()).unwrap();
        let second = &shown[shown.find("id=\"s-2\"").unwrap()..];
        let second = &second[..second.find("</section>").unwrap()];
        assert!(second.contains("id=\"p-3\"") && second.contains("id=\"p-4\""), "{second}");
    }
}

#[test]
fn marks_that_readers_would_see_are_told() {
    for (body, place) in [
        ("**Внимание:**текст", "5:1"),
        ("Слова **без конца", "5:7"),
        ("##Заголовок", "5:1"),
        ("[План](план работы.docx)", "5:8"),
        ("Слово[^нет].", "5:6"),
    ] {
        let site = page(body);
        assert_eq!(
            told(&site, "markup-stray"),
            [format!("warning markup-stray content/news/a.md:{place}")],
            "{body}"
        );
    }
    for body in [
        "`**код`",
        "Слово** и сноска",
        "** сноска",
        "**жирно** и \\*\\*так",
        "#хэштег",
        "Слово[^1].\n\n[^1]: Текст.",
        "[а](<план работы.docx>)",
    ] {
        assert_eq!(told(&page(body), "markup-stray"), [""; 0], "{body}");
    }
}

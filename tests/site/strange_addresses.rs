//! Addresses as nobody should write them, and as accidents and adversaries do: said at their place, and nothing is
//! published there.

use crate::{SiteTest, news};

/// A site whose only news has this line among its fields.
fn with(line: &str) -> SiteTest {
    let text = format!("---\ntitle: Новость\ndate: 2026-11-20\n{line}\n---\nТекст.\n");
    SiteTest::new().file("content/news/a.md", text)
}

#[test]
fn a_former_address_leads_nowhere_but_to_a_page() {
    let long = format!("/{}/", "я".repeat(200));
    for alias in [
        "/.htaccess",
        "/.git/hooks/post-commit",
        "/.well-known/security.txt",
        "/.kabinet/manifest",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/a%2Fb",
        "/%252e%252e/",
        "/a\\b",
        "/<script>alert(1)</script>",
        "/a'b",
        "/a\"b",
        "//evil.example/",
        "javascript:alert(1)",
        "/CON",
        "/a/lpt1.txt",
        "/a./b",
        "/index.php?option=com_content&view=article&id=5",
        "/stranica#razdel",
        "/plan.pdf",
        "/index.php",
        &long,
    ] {
        let quoted = alias.replace('\'', "''");
        let site = with(&format!("aliases: ['{quoted}']"));
        assert_eq!(site.problems(), ["error address-invalid content/news/a.md:4:11"], "{alias}");
        let outcome = site.build();
        assert_eq!(outcome.code(), 1, "{alias}");
        assert!(!site.path("public").exists(), "{alias}");
    }
    for alias in ["/a\\u0007b", "/a\\u202eb", "/a\u{202e}b", "/a\u{200b}b"] {
        let site = with(&format!("aliases: [\"{alias}\"]"));
        assert_eq!(site.problems(), ["error text-invisible content/news/a.md:4:11"], "{alias:?}");
        assert_eq!(site.build().code(), 1, "{alias:?}");
    }
    let broken = with("aliases: [\"/a\\nb\"]");
    assert_eq!(broken.problems(), ["error address-invalid content/news/a.md:4:11"]);
}

#[test]
fn the_address_of_a_query_says_what_can_be_done() {
    let site = with("aliases: [/index.php?option=com_content&id=5]");
    site.build()
        .fails_with("Хостинг без программ не смотрит на то, что стоит после знака ?")
        .says("кто ведёт сервер");
}

#[test]
fn a_former_address_may_be_copied_from_a_browser() {
    let site = with("aliases: ['https://old.example/%D0%BF%D0%BB%D0%B0%D0%BD/', /programma-1.2, /old.html]");
    let to = "/news/a/";
    site.build()
        .ok()
        .shows("план/index.html", to)
        .shows("programma-1.2/index.html", to)
        .shows("old.html", to);
}

#[test]
fn kinds_and_vocabularies_declare_addresses() {
    for (text, place) in [
        ("kind: news\naddress: /../{id}/\n", "address-invalid content/kinds/x.yaml:2:10"),
        ("kind: news\naddress: /.git/{id}/\n", "address-invalid content/kinds/x.yaml:2:10"),
        ("kind: news\naddress: '/{ID}/'\n", "address-invalid content/kinds/x.yaml:2:10"),
        ("kind: news\nlist: {address: '//evil.example/'}\n", "address-invalid content/kinds/x.yaml:2:17"),
        ("kind: news\nfolder: ../../etc\n", "setting-invalid content/kinds/x.yaml:2:9"),
        ("kind: ../x\n", "setting-invalid content/kinds/x.yaml:1:7"),
    ] {
        let site = SiteTest::new().file("content/kinds/x.yaml", text);
        assert_eq!(site.problems().first(), Some(&format!("error {place}")), "{text}");
    }
    for (text, place) in [
        ("vocabulary: subjects\naddress: /all/\n", "address-invalid content/vocabularies/x.yaml:2:10"),
        (
            "vocabulary: subjects\naddress: '/a/../{id}/'\n",
            "address-invalid content/vocabularies/x.yaml:2:10",
        ),
        (
            "vocabulary: subjects\nterms:\n  - {id: ../../x, label: X}\n",
            "setting-invalid content/vocabularies/x.yaml:3:10",
        ),
    ] {
        let site = SiteTest::new().file("content/vocabularies/x.yaml", text);
        assert_eq!(site.problems().first(), Some(&format!("error {place}")), "{text}");
    }
    let long = SiteTest::new().file(
        "content/news/a.md",
        news("Новость", "").replace("title", &format!("id: {}\ntitle", "a".repeat(300))),
    );
    assert!(
        long.problems()[0].starts_with("error address-invalid content/news/a.md:"),
        "{:?}",
        long.problems()
    );
    let device = SiteTest::new().file("content/news/con.md", news("Новость", ""));
    assert!(
        device.problems()[0].starts_with("error address-invalid content/news/con.md:"),
        "{:?}",
        device.problems()
    );
}

#[test]
fn what_the_site_makes_itself_is_not_replaced() {
    for (path, owner) in [
        ("sw.js", "программа, которая хранит страницы"),
        ("SW.js", "программа, которая хранит страницы"),
        ("search/index.json", "поиск и его данные"),
        ("search/previous/a.txt", "поиск и его данные"),
        ("search/index.html", "поиск и его данные"),
        ("feed.xml", "файл для программ"),
        ("sitemap.xml", "файл для программ"),
        ("sitemap-2.xml", "файл для программ"),
        ("news/feed.xml", "файл для программ"),
        ("licenses.txt", "сведения о лицензиях"),
        ("404.html", "адрес не найден"),
        ("index.html", "главная страница"),
        ("events/index.html", "список «Мероприятия»"),
        ("events/page/2/index.html", "список «Мероприятия»"),
        ("map/index.html", "карта сайта"),
        ("subjects/index.html", "страницы словаря"),
    ] {
        let file = format!("content/static/{path}");
        let site = SiteTest::new().file(&file, "чужое").file("content/news/a.md", news("Новость", "Текст."));
        let told = site.problems();
        assert_eq!(told, [format!("error address-reserved {file}")], "{path}");
        site.build().fails_with(owner);
        assert!(!site.path("public").exists(), "{path}");
    }
    for alias in [
        "/search/",
        "/search/old/",
        "/SEARCH/x/",
        "/events/",
        "/events/page/2/",
        "/map/",
        "/",
        "/404.html",
        "/index.html",
    ] {
        let site = with(&format!("aliases: [{alias}]"));
        assert_eq!(site.problems(), ["error address-reserved content/news/a.md:4:11"], "{alias}");
        assert_eq!(site.build().code(), 1, "{alias}");
    }
    let page = SiteTest::new().file("content/pages/search.md", "---\ntitle: Страница\n---\n");
    assert_eq!(page.problems(), ["error address-reserved content/pages/search.md:2:8"]);
    let line = "news/a\t0123456789abcdef\t/news/a/\t/search/index.html\n";
    let lock = SiteTest::new()
        .file("content/addresses.lock", line)
        .file("content/news/a.md", news("Новость", "Текст."));
    assert_eq!(lock.problems(), ["error address-reserved content/addresses.lock"]);
    let line = line.replace("/search/index.html", "/.htaccess");
    let lock = SiteTest::new()
        .file("content/addresses.lock", line)
        .file("content/news/a.md", news("Новость", "Текст."));
    assert_eq!(lock.problems(), ["error lock-invalid content/addresses.lock:1:1"]);
}

#[test]
fn a_keeper_may_have_a_home_page_and_rules_for_robots() {
    let site = SiteTest::new()
        .file("content/static/robots.txt", "User-agent: *\nDisallow: /tmp/\n")
        .file("content/static/assets/plan.txt", "план")
        .file("content/static/map/shema.txt", "схема")
        .file("content/news/a.md", news("Новость", "Текст."));
    site.build()
        .ok()
        .shows("robots.txt", "Disallow: /tmp/")
        .shows("sw.js", "PURGE")
        .shows("map/index.html", "<h1");
}

#[cfg(unix)]
#[test]
fn files_that_some_file_systems_refuse_are_told_of() {
    for (name, portable) in [
        ("con.txt", false),
        ("a?.txt", false),
        ("a\u{202e}.txt", false),
        ("a\n.txt", false),
        ("a b.txt", true),
    ] {
        let file = format!("content/static/{name}");
        let site = SiteTest::new().file(&file, "x").file("content/news/a.md", news("Новость", "Текст."));
        let said = site.problems();
        let unsafe_name = said.iter().any(|one| one.starts_with("error file-name-unsafe"));
        assert_eq!((unsafe_name, said.len()), (!portable, usize::from(!portable)), "{name:?}: {said:?}");
    }
}

#[test]
fn fields_lead_where_they_say() {
    let event = |line: &str| {
        let text = format!(
            "---\ntitle: Семинар\nform: семинар\nstart: 25.11.2026\nответственный: методист центра\n{line}\n---\n"
        );
        SiteTest::new().file("content/events/a.md", text)
    };
    for line in [
        "Ссылка: 'https://gosuslugi.example@evil.example/'",
        "Ссылка: 'https://imc.example\\@evil.example/'",
        "Ссылка: https://",
        "Ссылка: 'data:text/html,x'",
        "Регистрация: {url: 'vbscript:x'}",
        "Регистрация: {email: 'a@b.example?body=x'}",
        "Регистрация: {phone: '+7 000 000-00-00;x'}",
    ] {
        let said = event(line).problems();
        assert!(
            said.len() == 1 && said[0].starts_with("error value-invalid content/events/a.md:6:"),
            "{line}: {said:?}"
        );
    }
    let site = event("Ссылка: https://имц.рф/зал\nРегистрация: {email: запись@имц.рф}");
    site.build().ok().shows("events/a/index.html", "href=\"https://xn--h1ai4a.xn--p1ai/%D0%B7%D0%B0%D0%BB\"");
    site.build().ok().shows("events/a/index.html", "@xn--h1ai4a.xn--p1ai\"");
}

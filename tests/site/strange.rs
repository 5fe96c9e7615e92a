//! Addresses, settings and signs as nobody should write them, and as accidents and adversaries do: said at their
//! place, and nothing of them published.

use std::process::Output;

use crate::{SiteTest, news};

const BUILD: [&str; 3] = ["build", "--today", "2026-11-21"];

/// A site whose only news has this line among its fields.
fn with(line: &str) -> SiteTest {
    let text = format!("---\ntitle: Новость\ndate: 2026-11-20\n{line}\n---\nТекст.\n");
    SiteTest::new().file("content/news/a.md", text)
}

/// A site with these settings beside the usual ones, from line 3 on.
fn set(lines: &str) -> SiteTest {
    let settings = format!("title: Центр\nbase_url: https://centre.example/\n{lines}\n");
    SiteTest::new().file("content/site.yaml", settings).file("content/news/a.md", news("Новость", "Текст."))
}

fn in_ci(site: &SiteTest, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = site.program(arguments).env("CI", "true").output().unwrap();
    (
        status.code().unwrap(),
        [stdout, stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat(),
    )
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
    let control = with("aliases: [\"/a\\u0007b\", \"/a\\nb\"]");
    assert!(
        control.problems().iter().any(|one| one.starts_with("error address-invalid")),
        "{:?}",
        control.problems()
    );
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
fn removed_addresses_and_menus_are_addresses() {
    for (line, place) in [
        ("удалено: [/a/, '/.git/config']", "3:16"),
        ("removed: ['//evil.example/']", "3:11"),
        ("menu: [{title: Сюда, url: 'javascript:alert(1)'}]", "3:28"),
        ("menu: [{title: Сюда, url: ' JaVaScRiPt:alert(1)'}]", "3:28"),
        ("footer: [{title: Сюда, url: 'data:text/html,x'}]", "3:30"),
        ("footer: [{title: Сюда, url: '//evil.example'}]", "3:30"),
        ("footer: [{title: Сюда, url: news/}]", "3:30"),
        ("footer: [{title: Сюда, url: '/a\"><script>'}]", "3:30"),
        ("source_url: javascript:alert(1)", "3:13"),
        ("source_url: https://user:word@git.example/", "3:13"),
        ("source_url: git.example/imc", "3:13"),
    ] {
        let said = set(line).problems();
        let said: Vec<String> = said.into_iter().map(|one| one.trim_end_matches(":28").to_owned()).collect();
        let rule = "error address-invalid content/site.yaml:3:";
        assert!(said.len() == 1 && said[0].starts_with(rule), "{line} at {place}: {said:?}");
        assert_eq!(set(line).build().code(), 1, "{line}");
    }
}

#[test]
fn a_menu_leads_to_what_there_is() {
    let menu = |url: &str| {
        format!("menu:\n  - {{title: Сюда, url: {url}}}\nfooter:\n  - {{title: Туда, url: {url}}}")
    };
    let dead = set(&menu("/net/"));
    assert_eq!(
        dead.problems(),
        ["error link-dead content/site.yaml:4:24", "error link-dead content/site.yaml:6:24"]
    );
    dead.build().fails_with("Ссылка «/net/» никуда не ведёт");
    for url in [
        "/news/",
        "/news",
        "/news/a/",
        "/search/?q=план",
        "/map/",
        "/feed.xml",
        "/plan.txt",
        "https://имц.рф/",
        "mailto:a@b.example",
    ] {
        let site = set(&menu(&format!("'{url}'"))).file("content/static/plan.txt", "план");
        assert_eq!(site.problems(), [] as [&str; 0], "{url}");
        site.build().ok();
    }
    let place = set(&menu("'/news/a/#net'"));
    assert!(place.problems().iter().all(|one| one.starts_with("error link-dead content/site.yaml:")));
    // A page that readers do not see yet has no line in the menu, and the build goes on.
    let draft = news("Позже", "Текст.").replace("date:", "состояние страницы: черновик\ndate:");
    let site = set(&menu("/news/b/")).file("content/news/b.md", draft);
    assert!(
        site.problems().contains(&"warning link-hidden content/site.yaml:4:24".to_owned()),
        "{:?}",
        site.problems()
    );
    site.build().ok().hides("index.html", "/news/b/");
}

#[test]
fn settings_hold_what_pages_may_hold() {
    for (line, said) in [
        ("video_hosts: [\"x; script-src-elem * 'unsafe-inline'\"]", "setting-invalid content/site.yaml:3:15"),
        ("video_hosts: ['*']", "setting-invalid content/site.yaml:3:15"),
        ("video_hosts: [rutube.ru, 'rutube.ru/play']", "setting-invalid content/site.yaml:3:26"),
        ("video_hosts: ['http://rutube.ru']", "setting-invalid content/site.yaml:3:15"),
        ("organization: {email: 'a@b.example?cc=c@d.example'}", "setting-invalid content/site.yaml:3:23"),
        ("organization: {phone: 'javascript:alert(1)'}", "setting-invalid content/site.yaml:3:23"),
        ("organization: {phone: звоните}", "setting-invalid content/site.yaml:3:23"),
        ("language: '../../x'", "setting-invalid content/site.yaml:3:11"),
        ("language: русский", "setting-invalid content/site.yaml:3:11"),
        ("language: 'ru\" onload=\"x'", "setting-invalid content/site.yaml:3:11"),
        ("theme: ../../etc", "theme-missing content/site.yaml:3:8"),
        ("theme: /etc", "theme-missing content/site.yaml:3:8"),
        ("theme: ..", "theme-missing content/site.yaml:3:8"),
        ("theme: winter", "theme-missing content/site.yaml:3:8"),
        ("time_zone: ../../etc/passwd", "time-zone-unknown content/site.yaml:3:12"),
        ("time_zone: /etc/localtime", "time-zone-unknown content/site.yaml:3:12"),
    ] {
        let site = set(line);
        assert_eq!(site.problems(), [format!("error {said}")], "{line}");
        assert_eq!(site.build().code(), 1, "{line}");
    }
}

#[test]
fn the_site_lives_where_its_address_says() {
    for wrong in [
        "centre.example",
        "ftp://centre.example/",
        "https://user:word@centre.example/",
        "https://centre.example/?a=1",
        "https://cen tre.example/",
        "'https://centre.example/\"x'",
        "https://centre.example//evil.example/",
        "https://centre.example/../a/",
        "'https://centre.example:99999/'",
        "https:///",
    ] {
        let site = SiteTest::new()
            .file("content/site.yaml", format!("title: Центр\nbase_url: {wrong}\n"))
            .file("content/news/a.md", news("Новость", "Текст."));
        assert_eq!(site.problems(), ["error base-url-invalid content/site.yaml:2:11"], "{wrong}");
    }
    let site = SiteTest::new()
        .at("https://имц.рф:8443/портал/")
        .file("content/news/a.md", news("Новость", "Текст."));
    let path = "/%D0%BF%D0%BE%D1%80%D1%82%D0%B0%D0%BB";
    let whole = format!("https://xn--h1ai4a.xn--p1ai:8443{path}/news/a/");
    site.build()
        .ok()
        .shows("sitemap.xml", &whole)
        .shows("news/a/index.html", &format!("href=\"{path}/news/\""));
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
        ("search/previous/a.bin", "поиск и его данные"),
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

#[test]
fn files_that_no_file_system_takes_are_told_of() {
    for name in ["con.txt", "a?.txt", "a\u{202e}.txt", "a\n.txt", "a .txt /x"] {
        let file = format!("content/static/{}", name.replace(" /x", "/x"));
        if std::fs::create_dir_all(tempfile::tempdir().unwrap().path().join("x")).is_err() {
            continue;
        }
        let site = SiteTest::new().file(&file, "x").file("content/news/a.md", news("Новость", "Текст."));
        let said = site.problems();
        let portable = name.ends_with("/x");
        assert_eq!(
            said.iter().any(|one| one.starts_with("error file-name-unsafe")),
            !portable,
            "{name:?}: {said:?}"
        );
    }
}

#[test]
fn the_policy_of_pages_allows_the_site_itself_and_what_is_named() {
    let site = set(
        "video_hosts: [rutube.ru, видео.рф]\nsearch: {endpoint: {kind: quickwit, url: 'https://search.example:7280/portal'}}",
    );
    site.build().ok();
    let mut pages = 0;
    for (name, bytes) in site.published().into_iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8(bytes).unwrap();
        let policy = policy(&html);
        let of =
            |name: &str| policy.iter().find(|(one, _)| one == name).map(|(_, sources)| sources.join(" "));
        assert_eq!(of("script-src-elem").as_deref(), Some("'self'"), "{name}");
        assert_eq!(of("script-src-attr").as_deref(), Some("'none'"), "{name}");
        assert_eq!(of("script-src").as_deref(), Some("'self' 'wasm-unsafe-eval'"), "{name}");
        assert_eq!(of("img-src").as_deref(), Some("'self'"), "{name}");
        assert_eq!(
            of("frame-src").as_deref(),
            Some("https://rutube.ru https://xn--b1aedk6a.xn--p1ai"),
            "{name}"
        );
        assert_eq!(of("connect-src").as_deref(), Some("'self' https://search.example:7280"), "{name}");
        assert_eq!(of("object-src").as_deref(), Some("'none'"), "{name}");
        let all: std::collections::BTreeSet<&String> = policy.iter().map(|(name, _)| name).collect();
        assert_eq!(all.len(), policy.len(), "{name}: a directive stands twice");
        let loose = ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "http:", "https:"];
        assert!(
            policy.iter().flat_map(|(_, sources)| sources).all(|source| !loose.contains(&source.as_str()))
        );
        pages += 1;
    }
    assert!(pages > 5, "{pages} pages");
}

/// The policy in a page, parsed as browsers parse it (Content Security Policy Level 3, section 2.2.1).
fn policy(html: &str) -> Vec<(String, Vec<String>)> {
    let (_, rest) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let text = rest.split_once('"').unwrap().0.replace("&#x27;", "'").replace("&#39;", "'");
    let directives = text.split(';').map(|directive| {
        let mut words = directive.split_ascii_whitespace().map(str::to_owned);
        (words.next().unwrap(), words.collect())
    });
    directives.collect()
}

#[test]
fn signs_that_nobody_sees_are_left_out_and_told() {
    let title = "\"Отчёт\\u202e gpj.\\u200b \\u000bИтоги\\uFEFF\"";
    let text = format!(
        "---\ntitle: {title}\ndate: 2026-11-20\ntags: [\"шко\\u200bла\"]\n---\nТекст с\u{200b}ло\u{202e}в.\n"
    );
    let site = SiteTest::new().file("content/news/a.md", text);
    let said = site.problems();
    assert_eq!(
        said,
        [
            "warning text-invisible content/news/a.md:2:8",
            "warning text-invisible content/news/a.md:4:8",
            "warning text-invisible content/news/a.md:6:8",
        ]
    );
    site.build().ok().says("U+202E").shows("tags/shkola/index.html", "школа");
    for (name, bytes) in site.published() {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for sign in ['\u{202e}', '\u{200b}', '\u{b}', '\u{feff}'] {
            assert!(!text.contains(sign) || name.ends_with(".js"), "{name} holds {:04X}", u32::from(sign));
        }
    }
    site.build()
        .ok()
        .shows("feed.xml", "<title>Отчёт gpj.  Итоги</title>")
        .shows("news/a/index.html", "Текст слов.");
}

#[test]
fn a_key_with_an_unseen_sign_is_the_key() {
    let site = SiteTest::new()
        .file("content/news/a.md", "---\ntit\u{200b}le: Новость\ndate: 2026-11-20\n---\nТекст.\n");
    assert_eq!(site.problems(), ["warning text-invisible content/news/a.md:2:4"]);
}

#[test]
fn years_far_from_today_are_asked_about() {
    let event = |start: &str, more: &str| {
        let text = format!(
            "---\ntitle: Семинар\nform: семинар\nstart: {start}\nответственный: методист центра\n{more}\n---\n"
        );
        SiteTest::new().file("content/events/a.md", text)
    };
    for year in ["2206", "1926", "2036", "0000", "9999"] {
        let site = event(&format!("01.09.{year}"), "");
        assert_eq!(site.problems(), ["warning date-unlikely content/events/a.md:4:8"], "{year}");
        site.build().ok().says("Проверьте год");
        let news = with("")
            .file("content/news/a.md", news("Новость", "").replace("2026-11-20", &format!("{year}-11-20")));
        assert_eq!(news.problems(), ["warning date-unlikely content/news/a.md:3:7"], "{year}");
        news.build().ok().shows("feed.xml", "</feed>");
    }
    for start in ["01.09.2027", "01.09.2006", "01.09.2029"] {
        assert_eq!(event(start, "").problems(), [] as [&str; 0], "{start}");
    }
    let late = event("25.11.2026", "Регистрация: {Запись закрыта с: 20.11.2206}");
    assert!(
        late.problems().contains(&"warning date-unlikely content/events/a.md:6:33".to_owned()),
        "{:?}",
        late.problems()
    );
    let archive =
        SiteTest::new().file("content/news/a.md", news("Новость", "").replace("2026-11-20", "1998-05-01"));
    assert_eq!(archive.problems(), [] as [&str; 0]);
}

#[test]
fn noise_is_no_page() {
    let noise: Vec<u8> =
        (0..600_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).map(|byte| byte.max(1)).collect();
    for (name, bytes) in
        [("zeros", vec![0; 300]), ("noise", noise), ("one zero", b"---\ntitle: a\0b\n---\n".to_vec())]
    {
        let site = SiteTest::new().file("content/news/a.md", &bytes);
        assert_eq!(site.problems(), ["error file-not-text content/news/a.md"], "{name}");
        let imported = site.run(&["import", "content/news/a.md", "--kind", "regulation"]);
        imported.fails_with("не простой текст");
        assert!(!site.path("content/regulations").exists(), "{name}");
    }
    for (name, text) in [("empty", ""), ("blank", " \n\t\r\n\u{feff}\u{a0}\n")] {
        let site = SiteTest::new().file("empty.txt", text);
        site.run(&["import", "empty.txt", "--kind", "regulation"]).fails_with("нет текста");
        assert!(!site.path("content/regulations").exists(), "{name}");
    }
}

#[test]
fn a_lost_list_of_addresses_stops_a_build_server_and_a_purge() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    site.build().ok();
    let site = site.without("content/addresses.lock");
    let before = site.published();
    let (code, said) = in_ci(&site, &BUILD);
    assert!(code == 1 && said.contains("addresses-lock-lost"), "{said}");
    let purge = site.run(&["build", "--purge", "--today", "2026-11-21"]);
    purge.fails_with("addresses-lock-lost");
    assert!(!site.path("content/purge.lock").exists() && site.published() == before);
    // At home the list is begun anew, and that is said.
    site.build().ok().says("addresses-lock-lost");
    assert_eq!(in_ci(&site, &BUILD).0, 0);
    // The mark of a purge tells of a list too, wherever the site is built.
    let elsewhere = SiteTest::new()
        .file("content/purge.lock", "2026-11-20 0123456789abcdef\n")
        .file("content/news/a.md", news("Новость", "Текст."));
    let (code, said) = in_ci(&elsewhere, &BUILD);
    assert!(code == 1 && said.contains("addresses-lock-lost"), "{said}");
}

#[test]
fn a_build_server_says_that_addresses_are_not_kept_yet() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    for _ in 0..2 {
        let (code, said) = in_ci(&site, &BUILD);
        assert!(code == 0 && said.contains("addresses-not-kept") && said.contains("git add"), "{said}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_format_that_was_asked_for() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    for call in [
        &["build", "--fromat", "x", "--format", "json"][..],
        &["build", "--today", "завтра", "--format=json"],
        &["build", "--root", "net", "--format", "json"],
        &["buidl", "--format", "json"],
        &["check", "--format", "json", "extra"],
    ] {
        let Output { status, stdout, stderr } = site.program(call).output().unwrap();
        let said: serde_json::Value =
            serde_json::from_slice(&stdout).unwrap_or_else(|error| panic!("{call:?}: {error}"));
        assert_eq!(
            (status.code(), said[0]["rule"].as_str(), stderr.len()),
            (Some(2), Some("run-failed"), 0),
            "{call:?}"
        );
        assert!(said[0]["message"].as_str().unwrap().starts_with("Команда не выполнена: "), "{said}");
    }
    let (github, gitlab, sarif) =
        ("::error title=run-failed::", "\"check_name\": \"run-failed\"", "\"ruleId\": \"run-failed\"");
    for (format, mark) in [("github", github), ("gitlab", gitlab), ("sarif", sarif)] {
        let outcome = site.run(&["build", "--bad", "--format", format]);
        assert_eq!(outcome.code(), 2, "{format}");
        outcome.says(mark);
    }
}

#[cfg(unix)]
#[test]
fn a_theme_behind_a_link_is_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "тайна").unwrap();
    let site = set("theme: own");
    std::os::unix::fs::symlink(outside.path(), site.path("themes/own")).unwrap();
    assert_eq!(site.problems(), ["error theme-missing content/site.yaml:3:8"]);
    site.build().fails_with("символическая ссылка");
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    std::fs::remove_dir_all(site.path("themes")).unwrap();
    std::os::unix::fs::symlink(outside.path(), site.path("themes")).unwrap();
    site.build().fails_with("символическая ссылка");
}

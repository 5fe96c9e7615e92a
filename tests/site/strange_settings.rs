//! Settings of `site.yaml` that must not reach a page as they are: each is said at its line.

use crate::{SiteTest, news};

/// A site with these settings beside the usual ones, from line 3 on.
fn set(lines: &str) -> SiteTest {
    let settings = format!("title: Центр\nbase_url: https://centre.example/\n{lines}\n");
    SiteTest::new().file("content/site.yaml", settings).file("content/news/a.md", news("Новость", "Текст."))
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

#[cfg(unix)]
#[test]
fn a_theme_behind_a_link_is_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "тайна").unwrap();
    let site = set("theme: own");
    std::os::unix::fs::symlink(outside.path(), site.path("themes/own")).unwrap();
    assert_eq!(site.problems(), ["error theme-link themes/own"]);
    site.build().fails_with("символическая ссылка");
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    std::fs::remove_dir_all(site.path("themes")).unwrap();
    std::os::unix::fs::symlink(outside.path(), site.path("themes")).unwrap();
    site.build().fails_with("символическая ссылка");
}

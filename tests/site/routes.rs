//! Every address is planned before anything is drawn: links and collisions are judged by what will lie there.

use crate::{SiteTest, news};

/// A site of three news, two on a page, and one more with this text.
fn paged(text: &str) -> SiteTest {
    let kind = "kind: news\nlist: {address: /news/, per_page: 2, sort: [-date], feed: yes}\n";
    let site = SiteTest::new().file("content/kinds/news.yaml", kind);
    ["b", "c", "d"]
        .iter()
        .fold(site, |site, name| {
            site.file(&format!("content/news/{name}.md"), news(&format!("Новость {name}"), "Текст."))
        })
        .file("content/news/a.md", news("Первая", text))
}

#[test]
fn a_link_lives_when_something_will_lie_at_its_address() {
    for alive in [
        "/news/",
        "/news/page/2/",
        "/news/feed.xml",
        "/feed.xml",
        "/search/",
        "/map/",
        "/sitemap.xml",
        "/sw.js",
        "/licenses.txt",
    ] {
        let site = paged(&format!("См. [здесь]({alive})."));
        assert_eq!(site.problems(), [] as [&str; 0], "{alive}");
        site.build().ok();
    }
    for dead in [
        "/news/page/1/",
        "/news/page/3/",
        "/pages/feed.xml",
        "/news/d/feed.xml",
        "/sitemap-1.xml",
        "/map/ru-01/",
        "/search/manifest/",
    ] {
        let site = paged(&format!("См. [здесь]({dead})."));
        let said = site.problems();
        assert!(
            said.len() == 1 && said[0].starts_with("error link-dead content/news/a.md:5:"),
            "{dead}: {said:?}"
        );
    }
}

#[test]
fn a_misspelt_list_is_guessed() {
    paged("См. [здесь](/newss/).").build().fails_with("«/news/»");
}

#[test]
fn what_the_site_makes_is_declared_at_one_address_each() {
    for (kind, place) in [
        ("kind: news\nlist: {address: /search/, feed: yes}\n", "2:17"),
        ("kind: news\nlist: {address: /map/}\n", "2:17"),
        ("kind: news\nlist:\n  sort: [-date]\n  address: /events/\n", "4:12"),
    ] {
        let site = SiteTest::new()
            .file("content/kinds/x.yaml", kind)
            .file("content/news/a.md", news("Новость", "Текст."));
        let place = format!("error address-reserved content/kinds/x.yaml:{place}");
        assert_eq!(site.problems(), [place], "{kind}");
        assert!(!site.path("public").exists());
    }
    for pattern in ["/events/{id}/", "/search/{id}/", "/{id}/"] {
        let vocabulary = format!("vocabulary: tags\naddress: '{pattern}'\n");
        let text = "---\ntitle: Новость\ndate: 2026-11-20\ntags: [events]\n---\nТекст.\n";
        let site =
            SiteTest::new().file("content/vocabularies/x.yaml", vocabulary).file("content/news/a.md", text);
        assert_eq!(site.problems(), ["error address-reserved content/vocabularies/x.yaml:2:10"], "{pattern}");
    }
}

#[test]
fn files_and_documents_lie_apart() {
    for file in ["news/a/index.html", "News/A/index.html", "news/a"] {
        let path = format!("content/static/{file}");
        let site =
            SiteTest::new().file(&path, "<p>x</p>").file("content/news/a.md", news("Новость", "Текст."));
        assert_eq!(site.problems(), ["error path-collision content/news/a.md:2:8"], "{file}");
        site.run(&["check", "--today", "2026-11-21"]).fails_with(&path);
    }
    let alias = "---\ntitle: Новость\ndate: 2026-11-20\naliases: [/plan.html]\n---\nТекст.\n";
    let site = SiteTest::new().file("content/static/plan.html", "x").file("content/news/a.md", alias);
    assert_eq!(site.problems(), ["error path-collision content/news/a.md:4:11"]);
}

#[test]
fn the_map_for_search_engines_names_what_is_no_further_page() {
    let tagged = "---\ntitle: Новость\ndate: 2026-11-20\ntags: [page]\n---\nТекст.\n";
    let hidden = "---\ntitle: Служебная\ndate: 2026-11-20\nnoindex: да\n---\nТекст.\n";
    let site = paged("Текст.").file("content/news/e.md", tagged).file("content/news/f.md", hidden);
    let outcome = site.build();
    outcome.ok();
    for listed in ["/tags/page/", "/news/", "/news/e/", "/map/"] {
        outcome.shows("sitemap.xml", &format!("<loc>https://centre.example{listed}</loc>"));
    }
    for unlisted in ["/news/page/2/", "/news/f/", "/search/", "/404.html"] {
        outcome.hides("sitemap.xml", &format!("<loc>https://centre.example{unlisted}</loc>"));
    }
    outcome.hides("feed.xml", "/news/f/").hides("news/feed.xml", "/news/f/").shows("feed.xml", "/news/e/");
}

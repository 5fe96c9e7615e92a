//! Addresses are promises: the lock keeps them through renames, edits and removals, and says when one is broken.

use crate::site_test::Outcome;
use crate::{SiteTest, news};

fn lock(site: &SiteTest) -> String {
    std::fs::read_to_string(site.path("content/addresses.lock")).unwrap()
}

#[test]
fn the_first_build_writes_the_lock_and_a_check_does_not() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.run(&["check", "--today", "2026-11-21"]).ok();
    assert!(!site.path("content/addresses.lock").exists());
    site.build().ok();
    assert!(lock(&site).contains("news/a\t") && lock(&site).contains("\t/news/a/"));
    let before = lock(&site);
    site.build().ok();
    assert_eq!(lock(&site), before);
}

#[test]
fn a_failed_build_writes_no_lock() {
    let site = SiteTest::new().file("content/news/a.md", "---\ntitle: Новость\ndate: вчера\n---\n");
    site.build().fails_with("value-invalid");
    assert!(!site.path("content/addresses.lock").exists());
}

#[test]
fn a_clone_without_a_lock_is_built_where_nothing_may_change() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
}

#[test]
fn an_edited_text_does_not_make_the_lock_stale() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = site.file("content/news/a.md", news("Первая", "Другой текст."));
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
}

#[test]
fn redirects_outlive_any_number_of_renames() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = site.rename("content/news/a.md", "content/news/b.md");
    assert_eq!(site.problems(), ["note address-moved content/news/b.md:2:8"]);
    site.build().ok();
    let site = site.rename("content/news/b.md", "content/news/c.md");
    site.build().ok();
    let site = site.file("content/news/c.md", news("Первая, правленая", "Совсем другой текст."));
    site.build().ok().shows("news/a/index.html", "/news/c/").shows("news/b/index.html", "/news/c/");
    assert_eq!(site.problems(), [] as [&str; 0]);
}

#[test]
fn of_pages_with_one_text_each_keeps_its_own_address() {
    let same = news("Без названия", "Текст.");
    let site = SiteTest::new().file("content/news/a.md", &same).file("content/pages/b.md", &same);
    site.build().ok();
    let site = site
        .rename("content/news/a.md", "content/news/novaya.md")
        .rename("content/pages/b.md", "content/pages/drugaya.md");
    site.build().ok().shows("news/a/index.html", "/news/novaya/").shows("b/index.html", "/drugaya/");
}

#[test]
fn a_page_renamed_and_then_removed_is_one_message_with_the_lines_to_paste() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = site.rename("content/news/a.md", "content/news/b.md");
    site.build().ok();
    let site = site.without("content/news/b.md").file("content/news/c.md", news("Другая", "Другой текст."));
    assert_eq!(site.problems(), ["error address-vanished content/addresses.lock:2:1"]);
    let said = site.build().said();
    let lines: Vec<&str> =
        said.lines().filter(|line| line.trim_start().starts_with("- /")).map(str::trim).collect();
    assert_eq!(lines, ["- /news/b/", "- /news/a/"], "{said}");
    let settings = std::fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let pasted: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    site.file("content/site.yaml", format!("{settings}удалено:\n{pasted}")).build().ok();
}

#[test]
fn a_vanished_address_is_answered_for_by_an_alias_or_given_up_by_name() {
    let site = || {
        let site = SiteTest::new()
            .file("content/news/a.md", news("Первая", "Текст."))
            .file("content/news/b.md", news("Вторая", "Другой текст."));
        site.build().ok();
        site.without("content/news/a.md")
    };
    assert_eq!(site().problems(), ["error address-vanished content/addresses.lock:2:1"]);
    let answered = site().file(
        "content/news/b.md",
        "---\ntitle: Вторая\ndate: 2026-11-20\nпрежние адреса: news/a\n---\nДругой текст.\n",
    );
    answered.build().ok().shows("news/a/index.html", "/news/b/");
    let settings = "title: Центр\nbase_url: https://centre.example/\nудалено: [news/a]\n";
    let given_up = site().file("content/site.yaml", settings);
    given_up.build().ok().lacks("news/a/index.html");
}

#[test]
fn an_alias_once_published_stays_a_redirect() {
    let text = |aliases: &str| format!("---\ntitle: Первая\ndate: 2026-11-20\n{aliases}---\nТекст.\n");
    let site = SiteTest::new().file("content/news/a.md", text("aliases: [/load/12-1-0-34, /staraya.html]\n"));
    site.build().ok().shows("staraya.html", "/news/a/").shows("load/12-1-0-34/index.html", "/news/a/");
    let site = site.file("content/news/a.md", text(""));
    site.build().ok().shows("staraya.html", "/news/a/").shows("load/12-1-0-34/index.html", "/news/a/");
    let settings = "title: Центр\nbase_url: https://centre.example/\nудалено: [/staraya.html]\n";
    let site = site.file("content/site.yaml", settings);
    site.build().ok().lacks("staraya.html").shows("load/12-1-0-34/index.html", "/news/a/");
}

#[test]
fn an_address_is_taken_once() {
    let alias = "---\ntitle: Вторая\ndate: 2026-11-20\naliases: [/news/a/]\n---\nТекст.\n";
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "")).file("content/news/b.md", alias);
    assert_eq!(site.problems(), ["error alias-taken content/news/b.md:4:11"]);
    let both = SiteTest::new().file("content/news/b.md", alias).file("content/news/c.md", alias);
    assert_eq!(both.problems(), ["error alias-taken content/news/c.md:4:11"]);
    let twins = SiteTest::new()
        .file("content/news/План.md", news("Первая", ""))
        .file("content/news/plan.md", news("Вторая", ""));
    assert_eq!(twins.problems(), ["error id-duplicate content/news/План.md:2:8"]);
    let list = SiteTest::new().file("content/news/b.md", alias.replace("/news/a/", "/news/"));
    list.build().fails_with("content/news/b.md");
    let taken = SiteTest::new().file("content/pages/events.md", "---\ntitle: Страница\n---\n");
    taken.build().fails_with("content/pages/events.md");
    let signs = SiteTest::new().file("content/news/«!».md", news("Новость", ""));
    assert_eq!(signs.problems(), ["error id-invalid content/news/«!».md:2:8"]);
}

#[test]
fn a_broken_page_has_not_vanished() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст.")).file(
        "content/events/plan.yaml",
        "form: семинар\nответственный: методист центра\nitems: [{title: Первое, start: 01.12.2026}]\n",
    );
    site.build().ok();
    let site = site
        .file("content/news/a.md", "---\ntitle: [Первая\n---\nТекст.\n")
        .file("content/events/plan.yaml", "form: [семинар\nitems: [{title: Первое}]\n");
    assert_eq!(
        site.problems(),
        ["error yaml-syntax content/events/plan.yaml:1:7", "error yaml-syntax content/news/a.md:2:8"]
    );
}

#[test]
fn a_damaged_lock_is_not_guessed_at() {
    let site = SiteTest::new()
        .file("content/addresses.lock", "# x\nnews/a\tabc\t/news/a/\n<<<<<<< HEAD\n")
        .file("content/news/a.md", news("Первая", "Текст."));
    assert_eq!(site.problems(), ["error lock-invalid content/addresses.lock:3:1"]);
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    let files: Vec<(String, String)> = (0..12)
        .map(|n| {
            (
                format!("content/news/n{n}.md"),
                format!(
                    "---\ntitle: Новость {}\ndate: 20.11.2026\ntags: [т{}, т{}]\n---\nСм. [[n{}]].\n",
                    n % 3,
                    n % 5,
                    n % 2,
                    (n + 1) % 12
                ),
            )
        })
        .collect();
    let make = |order: &mut dyn Iterator<Item = &(String, String)>| {
        let site = order.fold(SiteTest::new(), |site, (path, text)| site.file(path, text));
        site.build().ok();
        (site.published(), lock(&site))
    };
    let (forwards, backwards) = (make(&mut files.iter()), make(&mut files.iter().rev()));
    assert_eq!(forwards.1, backwards.1);
    assert_eq!(forwards.0.keys().collect::<Vec<_>>(), backwards.0.keys().collect::<Vec<_>>());
    for (name, bytes) in &forwards.0 {
        assert!(backwards.0[name] == *bytes, "{name} differs");
    }
}

fn tagged(tags: &str) -> String {
    format!("---\ntitle: Новость\ndate: 2026-11-20\ntags: [{tags}]\n---\nТекст.\n")
}

#[test]
fn a_label_keeps_its_address_whoever_comes_later() {
    let site = SiteTest::new().file("content/news/a.md", tagged("C++"));
    site.build().ok().shows("tags/c/index.html", "C++");
    assert!(lock(&site).contains("\n#term:tags/c\t"), "{}", lock(&site));
    let site = site.file("content/news/b.md", tagged("C").replace("Новость", "Вторая"));
    site.build().ok().shows("tags/c/index.html", "C++").shows("tags/c-2/index.html", "Вторая");
    let alone = site.file("content/news/a.md", tagged(""));
    alone.build().ok().shows("tags/c/index.html", "/tags/\"").shows("tags/c-2/index.html", "Вторая");
    let back = alone.file("content/news/a.md", tagged("c++"));
    back.build().ok().shows("tags/c/index.html", "Новость").shows("tags/c-2/index.html", "Вторая");
}

#[test]
fn a_term_that_nobody_bears_leads_to_its_vocabulary() {
    let site = SiteTest::new().file("content/news/a.md", tagged("мастер-класс"));
    site.build().ok().shows("tags/master-klass/index.html", "мастер-класс");
    let site = site.file("content/news/a.md", tagged("тема"));
    let moved = |site: &SiteTest| {
        let outcome = site.build();
        outcome.ok().shows("tags/master-klass/index.html", "url=/tags/");
        outcome.hides("sitemap.xml", "master-klass");
        assert_eq!(site.problems(), [] as [&str; 0]);
    };
    moved(&site);
    moved(&site);
    let settings = "title: Центр\nbase_url: https://centre.example/\nудалено: [/tags/master-klass/]\n";
    let site = site.file("content/site.yaml", settings);
    site.build().ok().lacks("tags/master-klass/index.html");
    assert!(!lock(&site).contains("master-klass"));
}

#[test]
fn terms_and_lists_that_move_leave_redirects() {
    let site = SiteTest::new().file("content/news/a.md", tagged("тема"));
    site.build().ok();
    let site = site
        .file("content/vocabularies/x.yaml", "vocabulary: tags\naddress: '/temy/{id}/'\n")
        .file("content/kinds/x.yaml", "kind: news\nlist: {address: /novosti/, per_page: 1}\n")
        .file("content/news/b.md", tagged("тема").replace("Новость", "Вторая"));
    for _ in 0..2 {
        let outcome = site.build();
        outcome.ok().shows("tags/tema/index.html", "url=/temy/tema/").shows("tags/index.html", "url=/temy/");
        outcome.shows("news/index.html", "url=/novosti/").shows("novosti/page/2/index.html", "Новость");
        assert!(!lock(&site).contains("/page/"));
    }
    let gone = site.file("content/vocabularies/x.yaml", "vocabulary: other\n");
    gone.build().ok().shows("temy/tema/index.html", "url=/tags/tema/");
}

#[test]
fn a_list_that_is_gone_is_answered_for() {
    let kind = |list: &str| {
        format!("kind: tip\nlabel: Совет\ntitle: Советы\nfolder: tips\ntemplate: news.html\n{list}")
    };
    let site = SiteTest::new()
        .file("content/kinds/tip.yaml", kind("list: {address: /sovety/}\n"))
        .file("content/tips/a.md", "---\ntitle: Совет\n---\nТекст.\n");
    site.build().ok().shows("sovety/index.html", "Совет");
    let site = site.file("content/kinds/tip.yaml", kind(""));
    let told = site.problems();
    assert!(
        told.len() == 1 && told[0].starts_with("error address-vanished content/addresses.lock:"),
        "{told:?}"
    );
    let answered = site.file("content/tips/a.md", "---\ntitle: Совет\naliases: [/sovety/]\n---\nТекст.\n");
    answered.build().ok().shows("sovety/index.html", "url=/tips/a/");
}

#[test]
fn a_lock_of_a_former_program_is_silent_on_terms() {
    let site = SiteTest::new().file("content/news/a.md", tagged("тема"));
    site.build().ok();
    let former: String = lock(&site)
        .lines()
        .filter(|line| !line.starts_with("#term") && !line.starts_with("#list") && !line.starts_with("#voc"))
        .map(|line| format!("{line}\n"))
        .collect();
    let site = site.file("content/addresses.lock", former);
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
    site.build().ok();
    let site = site.file("content/news/a.md", tagged("тема, другая"));
    site.run(&["build", "--today", "2026-11-21", "--locked"]).fails_with("addresses-stale");
    site.build().ok();
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
    let damaged = lock(&site).replace("\t/tags/tema/", "\t../tema");
    let site = site.file("content/addresses.lock", damaged);
    assert!(
        site.problems()[0].starts_with("error lock-invalid content/addresses.lock:"),
        "{:?}",
        site.problems()
    );
}

fn locked<'s>(site: &'s SiteTest, day: &str) -> Outcome<'s> {
    site.run(&["build", "--today", day, "--locked"])
}

/// A page that is seen from 24 December on, with a tag that no other page bears.
fn awaited(title: &str) -> String {
    news(title, "Текст.").replace("date:", "publish_at: 24.12.2026\ntags: [ёлка]\naliases: [/elka/]\ndate:")
}

#[test]
fn the_day_of_a_page_makes_no_lock_stale() {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = site.file("content/news/b.md", awaited("Ёлка"));
    // Whether the lock knows of the page beforehand or not.
    for _ in 0..2 {
        locked(&site, "2026-11-21").ok().lacks("news/b/index.html");
        locked(&site, "2026-12-24").ok().shows("news/b/index.html", "Ёлка");
        site.build().ok();
        assert!(lock(&site).contains("news/b\t2026-12-24\t/news/b/\t/elka/\n"), "{}", lock(&site));
    }
    let site = site.file(
        "content/news/a.md",
        news("Первая", "Текст.").replace("date:", "expires_at: 25.12.2026\ndate:"),
    );
    locked(&site, "2026-12-26").ok().lacks("news/a/index.html");
    // From the day on the address is a promise like any other, also where nobody wrote the lock since.
    let site = site.without("content/news/b.md");
    locked(&site, "2026-12-26").fails_with("address-vanished");
}

#[test]
fn what_nobody_saw_yet_may_go_and_be_renamed() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Первая", "Текст."))
        .file("content/news/b.md", awaited("Ёлка"));
    site.build().ok();
    let site = site.rename("content/news/b.md", "content/news/c.md");
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
    assert_eq!(site.problems(), ["note page-hidden content/news/c.md:2:8"]);
    site.build().ok();
    assert!(lock(&site).contains("news/c\t2026-12-24\t") && !lock(&site).contains("news/b\t"));
    let site = site.without("content/news/c.md");
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok();
    assert!(!lock(&site).contains("news/c\t"));
}

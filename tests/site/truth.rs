//! The exit code and the words say what is published: no more, no less.

use std::fs;

use crate::disk::Disk;
use crate::{SiteTest, news};

fn published_once() -> SiteTest {
    let site = SiteTest::new().file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    site
}

fn changed(site: SiteTest) -> SiteTest {
    site.file("content/news/b.md", news("Вторая", "Текст."))
}

#[test]
fn a_lock_of_addresses_that_cannot_be_written_leaves_the_old_site() {
    let site = changed(published_once());
    let before = site.published();
    fs::remove_file(site.path("content/addresses.lock")).unwrap();
    fs::create_dir(site.path("content/addresses.lock")).unwrap();
    let outcome = site.build();
    assert_ne!(outcome.code(), 0);
    outcome.says("content/addresses.lock").says("прежний сайт на месте");
    assert_eq!(site.published(), before);
    fs::remove_dir(site.path("content/addresses.lock")).unwrap();
    site.build().ok().shows("news/b/index.html", "Вторая");
}

#[test]
fn content_that_may_only_be_read_leaves_the_old_site() {
    let site = SiteTest::new();
    let settings = fs::read(site.path("content/site.yaml")).unwrap();
    let Some(disk) = Disk::mount_at("tmpfs", "size=4m", &site.path("content")) else { return };
    let site = site.file("content/site.yaml", settings);
    let site = site.file("content/news/a.md", news("Первая", "Текст."));
    site.build().ok();
    let site = changed(site);
    let before = site.published();
    disk.only_read();
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("publish-not-writable").says("addresses.lock").says("прежний сайт на месте");
    assert_eq!(site.published(), before);
    // A build that changes no address has nothing to write there.
    site.run(&["build", "--locked", "--today", "2026-11-21"]).fails_with("addresses-stale");
}

#[test]
fn a_report_that_cannot_be_written_does_not_take_the_site_back() {
    let site = changed(published_once());
    fs::remove_file(site.path(".kabinet/report.json")).unwrap();
    fs::create_dir(site.path(".kabinet/report.json")).unwrap();
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("publish-unfinished").says("Сайт опубликован, но").says(".kabinet/report.json");
    outcome.shows("news/b/index.html", "Вторая");
    let site = {
        fs::remove_dir(site.path(".kabinet/report.json")).unwrap();
        site
    };
    site.build().ok();
    assert!(site.path(".kabinet/report.json").is_file());
}

#[test]
fn what_there_is_to_say_of_the_content_is_said_while_another_build_runs() {
    let site = published_once().file("content/news/b.md", news("Вторая", "См. [[нет такой]]."));
    let path = site.path(".kabinet/publish/public/lock");
    let lock = fs::File::options().write(true).open(path).unwrap();
    lock.lock().unwrap();
    site.build().fails_with("link-dead");
    let site = changed(site);
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("publish-locked").lacks("news/b/index.html");
    drop(lock);
    site.build().ok();
}

#[test]
fn content_from_before_a_purge_publishes_nothing() {
    let named = news("Итоги", "Победил участник с отозванным согласием.");
    let site = published_once().file("content/news/b.md", &named);
    site.build().ok();
    let site = site.file("content/news/b.md", news("Итоги", "Победителей поздравили."));
    site.run(&["build", "--purge", "--today", "2026-11-21"]).ok();
    let lock = fs::read_to_string(site.path("content/purge.lock")).unwrap();
    let site = site.file("content/news/b.md", &named).without("content/purge.lock");
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("publish-before-purge").says("21").hides("news/b/index.html", "согласием");
    assert!(!site.path("content/purge.lock").exists());
    // The remedy that the message gives.
    let site = site.file("content/purge.lock", lock);
    site.build().ok();
    assert_eq!(site.run(&["rollback"]).ok().code(), 0);
}

#[test]
fn the_published_site_is_verified_byte_by_byte() {
    let site = published_once();
    site.run(&["verify"]).ok();
    let site = site.file("public/news/a/index.html", "подменили").without("public/feed.xml");
    let site = site.file("public/CNAME", "centre.example");
    site.run(&["verify"])
        .fails_with("news/a/index.html")
        .says("feed.xml")
        .says("CNAME")
        .says("kabinet build");
    let json = site.run(&["verify", "--format", "json"]);
    json.says("\"changed\"").says("\"missing\"");
    site.build().ok();
    site.run(&["verify"]).ok();
    assert_eq!(site.run(&["verify", "--out", "themes"]).code(), 2);
}

#[test]
fn a_damaged_list_of_what_is_published_is_named_with_the_way_back() {
    let site = changed(published_once()).file("public/.kabinet/manifest", "kabinet 2\nмусор\n");
    let outcome = site.build();
    assert_eq!(outcome.code(), 2);
    outcome.says("public/.kabinet/manifest»,").says("строка 2");
    fs::rename(site.path("public"), site.path("public-old")).unwrap();
    site.build().ok().shows("news/b/index.html", "Вторая");
    // A whole line that is lost would leave its file published for ever.
    let list = site.path("public/.kabinet/manifest");
    let text = fs::read_to_string(&list).unwrap();
    let without: String = text.split_inclusive('\n').filter(|line| !line.contains("news/b/")).collect();
    fs::write(&list, without).unwrap();
    assert_eq!((site.build().code(), site.run(&["verify"]).code() == 0), (2, false));
}

#[test]
fn a_linked_working_folder_is_left_alone() {
    for linked in
        [".kabinet", ".kabinet/publish", ".kabinet/publish/public/tree", ".kabinet/publish/public/lock"]
    {
        let site = changed(published_once()).file("mine/publish/public/tree/diploma.doc", "работа");
        let path = site.path(linked);
        drop(fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path)));
        std::os::unix::fs::symlink(site.path("mine"), &path).unwrap();
        let outcome = site.build();
        assert_eq!(outcome.code(), 2, "{linked}");
        outcome.says("publish-not-ours").lacks("news/b/index.html");
        assert_eq!(fs::read_to_string(site.path("mine/publish/public/tree/diploma.doc")).unwrap(), "работа");
        assert!(!site.path("mine/report.json").exists(), "{linked}");
    }
}

#[test]
fn the_day_by_which_something_is_due_is_no_day_of_publication() {
    let request = |lines: &str| {
        format!("---\ntitle: Отчёт\nсрок: 10.12.2026\nкому сдавать: методист\n{lines}---\nТекст.\n")
    };
    let site = SiteTest::new()
        .file("content/requests/a.md", request(""))
        .file("content/requests/b.md", request("дата запроса: 20.11.2026\n"));
    let site = site.on("2026-12-01");
    let built = site.build();
    built.ok().hides("requests/a/index.html", "Размещено");
    built.shows("requests/b/index.html", "Размещено").shows("requests/b/index.html", "20 ноября 2026");
}

#[test]
fn no_heading_stands_over_nothing() {
    let site = SiteTest::new()
        .file(
            "content/contests/a.md",
            "---\ntitle: Конкурс уроков\nкто участвует: педагоги\nначало: 10.12.2026\n---\nТекст.\n",
        )
        .file(
            "content/people/m.md",
            "---\ntitle: Методист\nдолжность: методист\nтелефон: +7 (495) 000-00-01\nсотрудник центра: да\n---\n",
        )
        .file(
            "content/requests/r.md",
            "---\ntitle: Отчёт\nсрок: 10.12.2026\nкому сдавать: методист\n---\nТекст.\n",
        );
    site.build().ok();
    for page in ["contests/a", "people/m", "requests/r"] {
        let html = std::fs::read_to_string(site.path(&format!("public/{page}/index.html"))).unwrap();
        let squeezed = html.split_whitespace().collect::<Vec<_>>().join("");
        assert!(!squeezed.contains("<dlclass=\"factsfacts-grid\"></dl>"), "{page}: {html}");
    }
}

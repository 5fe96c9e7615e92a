//! What happens to builds in life: killed, out of room, started twice. The published site stays whole.

use std::collections::BTreeMap;
use std::fs::File;
use std::time::{Duration, Instant};

use crate::disk::Disk;
use crate::{SiteTest, news};

const KILLS: u32 = 72;

/// Puts one of two versions of a portal into the folder: other texts on the same pages, and a file of its own.
fn version(site: SiteTest, name: &str, other: &str) -> SiteTest {
    let gone = format!("content/static/only-{other}.txt");
    let site = if site.path(&gone).exists() { site.without(&gone) } else { site };
    let site = site.file(&format!("content/static/only-{name}.txt"), name);
    (0..12).fold(site, |site, n| {
        let text = format!("Версия {name}. ").repeat(n * 40);
        site.file(&format!("content/news/n{n}.md"), news(&format!("Новость {n} {name}"), &text))
    })
}

/// What a version looks like when it is built in peace, and how long that takes here.
fn built_in_peace(name: &str, other: &str) -> (BTreeMap<String, Vec<u8>>, Duration) {
    let site = version(SiteTest::new(), name, other);
    let start = Instant::now();
    site.build().ok();
    (site.published(), start.elapsed())
}

#[test]
fn a_build_killed_at_any_instant_leaves_the_old_site_or_the_new_one() {
    let (a, mut time) = built_in_peace("a", "b");
    let (b, _) = built_in_peace("b", "a");
    let mut site = version(SiteTest::new(), "a", "b");
    site.build().ok();
    let (mut random, mut seen) = (0x9e37_79b9_7f4a_7c15_u64, [0, 0]);
    let mut stands = 0;
    for round in 0..KILLS {
        let names = if round % 2 == 0 { ("b", "a") } else { ("a", "b") };
        site = version(site, names.0, names.1);
        let mut child = site.program(&["build", "--today", "2026-11-21"]).spawn().unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // From the first instant to a little after the usual end.
        std::thread::sleep(time.mul_f64(1.2 * (random >> 33) as f64 / f64::from(1_u32 << 31)));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = site.published();
        let Some(which) = [&a, &b].iter().position(|whole| **whole == found) else {
            panic!("kill {round} left neither site: {:?}", found.keys().collect::<Vec<_>>());
        };
        seen[which] += 1;
        // A machine that became slower or faster meanwhile still has builds that end and builds that do not.
        let wanted = usize::from(round % 2 == 0);
        if stands != wanted {
            time = time.mul_f64(if which == wanted { 0.9 } else { 1.15 });
        }
        stands = which;
        if round % 6 == 5 {
            site.build().ok();
            assert!(site.published() == a, "the build after kill {round} is not the site of its content");
            stands = 0;
        }
    }
    assert!(seen.iter().all(|&times| times > 0), "no kill ever left one of the versions: {seen:?}");
}

#[test]
fn a_full_disk_leaves_the_old_site_and_is_told_in_russian() {
    let Some(disk) = Disk::mount("tmpfs", "size=6m") else { return };
    let out = disk.path().join("site/public");
    let build = ["build", "--today", "2026-11-21", "--out", out.to_str().unwrap()];
    let site = version(SiteTest::new(), "a", "b");
    site.run(&build).ok();
    let before = SiteTest::published_in(&out);
    let site = version(site, "b", "a").file("content/static/video.mp4", vec![7; 9 << 20]);
    let full = site.run(&build);
    assert_eq!(full.code(), 2);
    full.says("На диске не хватило места. Опубликованный сайт остался прежним");
    assert!(SiteTest::published_in(&out) == before, "the site has changed");
    let site = site.without("content/static/video.mp4");
    site.run(&build).ok();
    let after = SiteTest::published_in(&out);
    assert!(after.contains_key("only-b.txt") && !after.contains_key("only-a.txt"));
}

#[test]
fn a_second_build_at_once_says_so_and_stops() {
    let site = version(SiteTest::new(), "a", "b");
    site.build().ok();
    let before = site.published();
    let site = version(site, "b", "a");
    let lock = File::open(site.path(".kabinet/publish/public/lock")).unwrap();
    lock.lock().unwrap();
    let second = site.build();
    assert_eq!(second.code(), 2);
    second.says("Сайт уже публикуется другой запущенной программой");
    assert!(site.published() == before, "the site has changed");
    drop(lock);
    site.build().ok().shows("only-b.txt", "b");
}

#[test]
fn files_that_hosts_and_git_need_survive_builds_and_rollback() {
    let kept = [".git/HEAD", ".gitignore", ".well-known/security.txt", "CNAME"];
    let mut site = version(SiteTest::new(), "a", "b");
    for path in kept {
        site = site.file(&format!("public/{path}"), path);
    }
    let holds = |site: &SiteTest, version: &str| {
        let published = site.published();
        assert!(kept.iter().all(|path| published[*path] == path.as_bytes()));
        assert!(published.contains_key(&format!("only-{version}.txt")));
    };
    site.build().ok();
    holds(&site, "a");
    let site = version(site, "b", "a");
    site.build().ok();
    holds(&site, "b");
    site.run(&["rollback"]).ok();
    holds(&site, "a");
}

#[test]
fn another_output_folder_takes_the_site_and_leaves_public_alone() {
    let site = version(SiteTest::new(), "a", "b");
    site.run(&["build", "--today", "2026-11-21", "--out", "Сайт для хостинга/imc"]).ok().lacks("index.html");
    let elsewhere = SiteTest::published_in(&site.path("Сайт для хостинга/imc"));
    site.build().ok();
    assert!(elsewhere == site.published(), "the same content gave another site");
}

#[test]
fn there_is_nothing_to_roll_back_to_after_one_build() {
    let site = version(SiteTest::new(), "a", "b");
    site.build().ok();
    let before = site.published();
    let outcome = site.run(&["rollback"]);
    assert_eq!(outcome.code(), 2);
    outcome.says("предыдущей версии сайта нет");
    assert!(site.published() == before);
}

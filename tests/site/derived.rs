//! What is kept of pictures between builds: found again, never believed, and without a trace in what is published.

use std::fs;

use image::ImageFormat;

use super::pictures::{AT, names, sent, with};
use super::{SiteTest, news, photo};

/// The files of the cache, by their names.
fn kept(site: &SiteTest) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(site.path(".kabinet/cache/pictures")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "lock"));
    paths.sort();
    paths
}

#[test]
fn the_second_build_finds_what_the_first_made_and_believes_nothing_else() {
    let site = with("foto.jpg", photo::from_phone(&photo::fields(1000, 700), 1));
    site.build().ok();
    let (first, made) = (site.published(), kept(&site));
    let times =
        || made.iter().map(|path| fs::metadata(path).unwrap().modified().unwrap()).collect::<Vec<_>>();
    let before = times();
    site.build().ok();
    assert_eq!((site.published(), times()), (first.clone(), before), "nothing is made twice");

    let other = photo::jpeg(&photo::fields(800, 560).fliph());
    for (at, path) in made.iter().enumerate() {
        match at % 4 {
            0 => fs::write(path, b"<script>alert(1)</script>").unwrap(),
            1 => fs::write(path, &other).unwrap(),
            2 => fs::write(path, b"").unwrap(),
            _ => fs::write(path, &fs::read(path).unwrap()[..100]).unwrap(),
        }
    }
    fs::remove_dir_all(site.path("public")).unwrap();
    site.build().ok();
    assert_eq!(site.published(), first, "damaged entries are made anew");
    assert_eq!(kept(&site), made);
}

#[test]
fn a_name_that_tells_the_hash_of_something_else_is_not_enough() {
    let site = with("foto.jpg", photo::jpeg(&photo::fields(500, 400)));
    site.build().ok();
    let (first, made) = (site.published(), kept(&site));
    // A page under a sound name: the right key, and its own hash.
    let page = b"<script>alert(1)</script>";
    let hash: String =
        <sha2::Sha256 as sha2::Digest>::digest(page).iter().map(|byte| format!("{byte:02x}")).collect();
    for path in made {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (key, ending) = (&name[..64], name.rsplit('.').next().unwrap());
        fs::write(path.with_file_name(format!("{key}-{hash}.{ending}")), page).unwrap();
        fs::remove_file(path).unwrap();
    }
    site.build().ok();
    assert_eq!(site.published(), first);
}

#[test]
fn links_in_the_place_of_the_cache_lead_nowhere() {
    for link in [".kabinet/cache", ".kabinet/cache/pictures"] {
        let site = with("foto.jpg", photo::jpeg(&photo::fields(500, 400))).file("elsewhere/own.txt", "мой");
        fs::create_dir_all(site.path(link).parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(site.path("elsewhere"), site.path(link)).unwrap();
        site.build().ok();
        let left: Vec<_> =
            fs::read_dir(site.path("elsewhere")).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, ["own.txt"], "{link}");
        assert_eq!(photo::decoded(&sent(&site, "files/news/foto.jpg-500.webp")).width(), 500);
    }
    let site = with("foto.jpg", photo::jpeg(&photo::fields(500, 400))).file("secret", "тайна");
    site.build().ok();
    let (first, made) = (site.published(), kept(&site));
    for path in &made {
        fs::remove_file(path).unwrap();
        std::os::unix::fs::symlink(site.path("secret"), path).unwrap();
    }
    site.build().ok();
    assert_eq!(site.published(), first);
    assert_eq!(fs::read_to_string(site.path("secret")).unwrap(), "тайна", "it is not written through");
}

#[test]
fn a_cache_that_cannot_be_kept_is_no_error() {
    let bytes = photo::jpeg(&photo::fields(500, 400));
    let (open, shut) = (with("foto.jpg", &bytes), with("foto.jpg", &bytes));
    open.build().ok();
    fs::create_dir_all(shut.path(".kabinet/cache")).unwrap();
    fs::write(shut.path(".kabinet/cache/pictures"), "не папка").unwrap();
    shut.build().ok();
    shut.build().ok();
    assert_eq!(shut.published(), open.published());
    assert_eq!(fs::read_to_string(shut.path(".kabinet/cache/pictures")).unwrap(), "не папка");
}

#[test]
fn what_no_page_needs_any_more_goes_from_the_cache() {
    let site = with("foto.jpg", photo::jpeg(&photo::fields(500, 400)));
    site.build().ok();
    let made = kept(&site);
    fs::write(site.path(".kabinet/cache/pictures/.new-1-1"), "обрывок").unwrap();
    fs::write(site.path(".kabinet/cache/pictures/chuzhoe.txt"), "чужое").unwrap();
    let site = site.file("content/news/foto.jpg", photo::jpeg(&photo::fields(500, 400).fliph()));
    site.build().ok();
    let now = kept(&site);
    assert!(made.iter().all(|path| !now.contains(path)), "{now:?}");
    assert!(now.iter().any(|path| path.ends_with("chuzhoe.txt")) && now.len() == made.len() + 1, "{now:?}");
}

#[test]
fn what_was_made_before_changes_no_byte() {
    let page = |width: u32| format!("![Поля](a{width}.jpg)\n\n![Поля](b.png)\n");
    let files = |site: SiteTest| {
        site.file("content/news/a900.jpg", photo::from_phone(&photo::fields(900, 500), 8))
            .file("content/news/a700.jpg", photo::from_phone(&photo::fields(700, 500), 5))
            .file("content/news/b.png", photo::encoded(&photo::disk(500), ImageFormat::Png))
    };
    let warm = files(SiteTest::new()).file("content/news/a.md", news("Новость", &page(900)));
    warm.build().ok();
    // One of the widths is lost, the theme wants others, then the page another picture.
    fs::remove_file(&kept(&warm)[1]).unwrap();
    let look = "pictures:\n  widths: [200, 600]\n  fallback: 200\n";
    let warm = warm.file("themes/imc/theme.yaml", look);
    warm.build().ok();
    let warm = warm.file("content/news/a.md", news("Новость", &page(700)));
    warm.build().ok();
    let clean = files(SiteTest::new())
        .file("themes/imc/theme.yaml", look)
        .file("content/news/a.md", news("Новость", &page(700)));
    clean.build().ok();
    let pictures = |site: &SiteTest| {
        let all = site.published().into_iter();
        all.filter(|(path, _)| path.starts_with(AT) || path.ends_with("index.html")).collect::<Vec<_>>()
    };
    assert_eq!(pictures(&warm), pictures(&clean));
    assert!(names(&warm).contains(&"a700.jpg-200.webp".to_owned()), "{:?}", names(&warm));
}

#[test]
fn a_purge_leaves_no_copy_in_the_cache() {
    let site = with("foto.jpg", photo::jpeg(&photo::fields(500, 400)));
    site.build().ok();
    assert!(!kept(&site).is_empty());
    let site = site.file("content/news/a.md", news("Новость", "Текст.")).without("content/news/foto.jpg");
    site.run(&["build", "--today", "2026-11-21", "--purge"]).ok();
    assert_eq!(kept(&site), Vec::<std::path::PathBuf>::new());
}

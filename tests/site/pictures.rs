//! Photos as they come from phones → what readers are sent.

use std::fs;

use image::ImageFormat;

use super::pdf::{Names, lines, pdf};
use super::photo::{self, BLUE, CAMERA, GREEN, RED, WHITE};
use super::{SiteTest, news};

/// Where pictures beside news are published.
pub(crate) const AT: &str = "files/news/";

/// A page that shows a picture, and the picture.
pub(crate) fn with(name: &str, bytes: impl AsRef<[u8]>) -> SiteTest {
    let page = news("Новость", &format!("Текст.\n\n![Поля]({name})"));
    SiteTest::new().file("content/news/a.md", page).file(&format!("content/news/{name}"), bytes)
}

/// The published bytes of a path.
pub(crate) fn sent(site: &SiteTest, path: &str) -> Vec<u8> {
    fs::read(site.path("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of what is published beside news.
pub(crate) fn names(site: &SiteTest) -> Vec<String> {
    let all = site.published().into_keys();
    all.filter_map(|path| path.strip_prefix(AT).map(str::to_owned)).collect()
}

#[test]
fn a_photo_is_turned_scaled_and_sent_in_two_formats() {
    let site = with("foto.jpg", photo::from_phone(&photo::fields(2400, 1800), 6));
    let outcome = site.build();
    outcome.ok();
    assert_eq!(
        names(&site),
        [
            "foto.jpg-1600.jpg",
            "foto.jpg-1600.webp",
            "foto.jpg-400.webp",
            "foto.jpg-800.jpg",
            "foto.jpg-800.webp"
        ]
    );
    for (name, width, height) in [
        ("foto.jpg-400.webp", 400, 533),
        ("foto.jpg-800.webp", 800, 1067),
        ("foto.jpg-1600.webp", 1600, 2133),
        ("foto.jpg-800.jpg", 800, 1067),
    ] {
        let picture = photo::decoded(&sent(&site, &format!("{AT}{name}")));
        assert_eq!((picture.width(), picture.height()), (width, height), "{name}");
        // Its camera lay on its left side: what is stored on the left stands above.
        let wanted = [BLUE, RED, WHITE, GREEN];
        let found = photo::quarters(&picture);
        assert!(
            found.iter().zip(wanted).all(|(found, wanted)| photo::is_like(*found, wanted)),
            "{name} {found:?}"
        );
    }
    let page = "news/a/index.html";
    outcome
        .shows(page, "<picture><source type=\"image/webp\" srcset=\"/files/news/foto.jpg-400.webp 400w, /files/news/foto.jpg-800.webp 800w, /files/news/foto.jpg-1600.webp 1600w\" sizes=\"")
        .shows(page, "<img src=\"/files/news/foto.jpg-800.jpg\" srcset=\"/files/news/foto.jpg-800.jpg 800w, /files/news/foto.jpg-1600.jpg 1600w\"")
        .shows(page, "width=\"1600\" height=\"2133\" decoding=\"async\" alt=\"Поля\"></picture>");
}

#[test]
fn every_way_to_hold_a_camera_ends_upright() {
    let upright = photo::fields(64, 48);
    // What a camera stores that was held so.
    let stored = [
        (1, upright.clone()),
        (2, upright.fliph()),
        (3, upright.rotate180()),
        (4, upright.flipv()),
        (5, upright.rotate270().flipv()),
        (6, upright.rotate270()),
        (7, upright.rotate90().flipv()),
        (8, upright.rotate90()),
    ];
    for (turn, image) in stored {
        let site = with("a.jpg", photo::from_phone(&image, turn));
        site.build().ok().shows("news/a/index.html", "width=\"64\" height=\"48\"");
        let found = photo::quarters(&photo::decoded(&sent(&site, "files/news/a.jpg-64.jpg")));
        let right =
            found.iter().zip([RED, GREEN, BLUE, WHITE]).all(|(found, wanted)| photo::is_like(*found, wanted));
        assert!(right, "{turn}: {found:?}");
    }
}

#[test]
fn nothing_that_is_sent_tells_where_and_by_what_a_photo_was_taken() {
    let fields = photo::fields(900, 600);
    let png = photo::with_chunk(&photo::encoded(&fields, ImageFormat::Png), b"eXIf", &photo::notes(1));
    let png = photo::with_chunk(&png, b"tEXt", format!("Author\0{CAMERA}").as_bytes());
    let page = "---\ntitle: Семинар\nstart: 21.11.2026\nform: семинар\ncover: {src: a.jpg, alt: Поля}\nphotos:\n  - {src: b.jpg, alt: Поля}\n  - {src: c.png, alt: Поля}\nattachments:\n  - {file: a.jpg, title: Снимок}\n---\n![Поля](b.jpg)\n\n[Снимок](c.png)\n\n<img src=\"a.jpg\" alt=\"Поля\">\n";
    let site = SiteTest::new()
        .file("content/events/a.md", page)
        .file("content/events/a.jpg", photo::from_phone(&fields, 3))
        .file("content/events/b.jpg", photo::from_phone(&fields, 1))
        .file("content/events/c.png", png);
    site.build().ok();
    let published = site.published();
    assert!(published.contains_key("files/events/a.jpg") && published.contains_key("files/events/c.png"));
    assert!(!published.contains_key("files/events/b.jpg"), "nobody offers it whole");
    for (path, bytes) in &published {
        for told in [CAMERA, "Exif\0\0", "GPSLatitude", "eXIf", "ICC_PROFILE", "http://ns.adobe.com"] {
            assert!(
                !bytes.windows(told.len()).any(|window| window == told.as_bytes()),
                "{path} tells {told:?}"
            );
        }
    }
    let whole = photo::decoded(&published["files/events/a.jpg"]);
    assert_eq!((whole.width(), whole.height()), (900, 600), "to be taken along it stays as large as it was");
    assert!(photo::is_like(photo::quarters(&whole)[0], WHITE), "and is turned");
}

#[test]
fn small_pictures_stay_small_and_transparent_ones_transparent() {
    let site = with("znak.png", photo::encoded(&photo::disk(300), ImageFormat::Png));
    let outcome = site.build();
    outcome.ok().shows(
        "news/a/index.html",
        "<img src=\"/files/news/znak.png-300.png\" srcset=\"/files/news/znak.png-300.png 300w\"",
    );
    assert_eq!(names(&site), ["znak.png-300.png", "znak.png-300.webp"]);
    for name in names(&site) {
        let picture = photo::decoded(&sent(&site, &format!("{AT}{name}"))).to_rgba8();
        assert_eq!((picture.get_pixel(0, 0).0[3], picture.get_pixel(150, 150).0[3]), (0, 255), "{name}");
    }
}

#[test]
fn the_first_picture_of_a_page_is_fetched_with_it_and_the_others_when_readers_come_to_them() {
    let body = "![Раз](a.jpg)\n\n![Два](a.jpg)\n";
    let covered = news("Новость", body).replace("date:", "cover: {src: a.jpg, alt: Обложка}\ndate:");
    let site = SiteTest::new()
        .file("content/news/a.md", news("Без обложки", body))
        .file("content/news/b.md", covered)
        .file("content/news/a.jpg", photo::jpeg(&photo::fields(500, 400)));
    site.build().ok();
    let lazy = |page: &str| {
        let html = String::from_utf8(sent(&site, page)).unwrap();
        let images = html.split("<img ").skip(1).map(|tag| tag.split('>').next().unwrap().to_owned());
        images.map(|tag| tag.contains("loading=\"lazy\"")).collect::<Vec<bool>>()
    };
    assert_eq!(lazy("news/a/index.html"), [false, true]);
    assert_eq!(lazy("news/b/index.html"), [false, true, true]);
}

#[cfg(unix)]
#[test]
fn bombs_and_broken_pictures_are_told_with_their_file_and_publish_nothing() {
    let whole = photo::jpeg(&photo::fields(800, 600));
    let png = photo::encoded(&photo::fields(300, 200), ImageFormat::Png);
    let mut bomb = png.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let mut noise = whole.clone();
    noise.truncate(40);
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("bomba.png", bomb, "picture-too-large"),
        ("polovina.jpg", whole[..whole.len() / 2].to_vec(), "picture-damaged"),
        ("polovina.png", png[..png.len() / 2].to_vec(), "picture-damaged"),
        ("nachalo.jpg", noise, "picture-damaged"),
        ("ne-snimok.jpg", b"just words".to_vec(), "file-type-other"),
        ("snimok.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "file-type-other"),
        ("snimok.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "picture-heic"),
        ("dokument.png", b"%PDF-1.7 ".to_vec(), "file-type-other"),
    ];
    for (name, bytes, rule) in cases {
        let site = with(name, bytes);
        site.build().fails_with(rule).says(&format!("content/news/{name}"));
        assert!(!site.path("public/index.html").exists(), "{name}");
        let checked = site.problems();
        assert_eq!(checked, [format!("error {rule} content/news/{name}")]);
        // Nobody is kept from publishing by what no page shows.
        let unused = site.file("content/news/a.md", news("Новость", "Текст."));
        unused.build().ok();
    }
}

#[test]
fn a_picture_of_another_format_than_its_name_is_sent_as_what_it_is() {
    let site = with("snimok.jpg", photo::encoded(&photo::fields(500, 300), ImageFormat::Png));
    site.build().ok().says("file-type-other").shows("news/a/index.html", "/files/news/snimok.jpg-500.png");
    assert!(sent(&site, "files/news/snimok.jpg-500.png").starts_with(b"\x89PNG"));
    assert!(sent(&site, "files/news/snimok.jpg-500.webp").starts_with(b"RIFF"));
}

#[test]
fn what_moves_or_lies_in_static_stays_as_it_is_and_may_tell_no_position() {
    let png = photo::encoded(&photo::fields(90, 60), ImageFormat::Png);
    let film = photo::with_chunk(&png, b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]);
    let site = with("film.png", &film).file("content/static/logo.png", &png);
    site.build()
        .ok()
        .shows("news/a/index.html", "<img src=\"/files/news/film.png\" width=\"90\" height=\"60\"");
    assert_eq!((sent(&site, "files/news/film.png"), sent(&site, "logo.png")), (film.clone(), png));
    let told = photo::with_chunk(&film, b"eXIf", &photo::notes(1));
    with("film.png", told).build().fails_with("picture-position");
    let phone = photo::from_phone(&photo::fields(90, 60), 1);
    SiteTest::new().file("content/static/foto.jpg", phone).build().fails_with("picture-position");
}

#[test]
fn colours_of_a_wide_profile_are_counted_over() {
    let plain =
        image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(64, 64, image::Rgb([200, 100, 60])));
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let site = with("foto.jpg", photo::with_profile(&plain, &profile));
    site.build().ok();
    let found = photo::quarters(&photo::decoded(&sent(&site, "files/news/foto.jpg-64.jpg")))[0];
    // The same orange in the narrower space: more red, less blue.
    assert!(found[0] > 205 && found[2] < 56, "{found:?}");
    let broken = with("foto.jpg", photo::with_profile(&plain, b"no profile at all"));
    broken.build().ok();
    let found = photo::quarters(&photo::decoded(&sent(&broken, "files/news/foto.jpg-64.jpg")))[0];
    assert!(photo::is_like(found, [200, 100, 60]), "{found:?}");
}

#[test]
fn a_gallery_stands_on_any_page_with_captions_and_leads_to_the_large_pictures() {
    let one = |n: usize| format!("  - {{src: s{n}.jpg, alt: Снимок {n}, подпись: Подпись {n}}}\n");
    let photos: String = (0..60).map(one).collect();
    let page = format!(
        "---\ntitle: О центре\nphotos:\n{photos}  - {{src: s0.jpg, alt: для украшения}}\n---\nТекст.\n"
    );
    let mut site = SiteTest::new().file("content/pages/a.md", page);
    for n in 0..60 {
        let bytes = photo::from_phone(&photo::fields(500 + n, 400), 1);
        site = site.file(&format!("content/pages/s{n}.jpg"), bytes);
    }
    let outcome = site.build();
    let page = "a/index.html";
    outcome
        .ok()
        .shows(page, "<li><figure><a href=\"/files/pages/s7.jpg-507.jpg\"><picture>")
        .shows(page, "alt=\"Снимок 7\"")
        .shows(page, "<figcaption>Подпись 7</figcaption>")
        .shows(page, "<a href=\"/files/pages/s0.jpg-500.jpg\" aria-label=\"Снимок 61 крупно\">")
        .hides(page, "для украшения");
}

#[test]
fn a_picture_for_decoration_says_nothing_to_those_who_listen() {
    let site = SiteTest::new()
        .file("content/news/a.md", news("Новость", "Начало.\n\n![Для украшения](a.jpg)\n\nКонец."))
        .file("content/news/a.jpg", photo::jpeg(&photo::fields(60, 40)));
    assert_eq!(site.problems(), Vec::<String>::new());
    site.build()
        .ok()
        .shows("news/a/index.html", "alt=\"\"></picture>")
        .hides("news/a/index.html", "украшения");
}

#[test]
fn a_theme_says_wrongly_how_wide_pictures_are() {
    let site = with("a.jpg", photo::jpeg(&photo::fields(60, 40)))
        .file("themes/imc/theme.yaml", "pictures:\n  widths: [0, много]\n  fallbak: 800\n");
    let problems = site.problems();
    let wanted = [
        "error setting-invalid themes/imc/theme.yaml:2:12",
        "error setting-unknown themes/imc/theme.yaml:3:3",
    ];
    assert!(wanted.iter().all(|one| problems.iter().any(|found| found == one)), "{problems:?}");
}

#[test]
fn what_browsers_show_as_no_picture_stands_in_the_place_of_none() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    for (name, bytes) in [
        ("content/news/a.tif", b"II*\0aaaa".to_vec()),
        ("content/news/a.pdf", pdf(&[lines(&["План"])], Names::Russian)),
        ("content/news/a.mp4", b"\0\0\0\x18ftypmp42".to_vec()),
        ("content/static/a.heic", heic.clone()),
        ("content/static/a.tif", b"II*\0aaaa".to_vec()),
    ] {
        let path = if name.contains("static") {
            format!("/{}", name.rsplit('/').next().unwrap())
        } else {
            name.rsplit('/').next().unwrap().to_owned()
        };
        let cover =
            format!("---\ntitle: Новость\ndate: 20.11.2026\ncover: {{src: {path}, alt: Снимок}}\n---\nТ.\n");
        for page in [
            news("Новость", &format!("![Снимок]({path})")),
            news("Новость", &format!("<img src=\"{path}\" alt=\"Снимок\">")),
            cover,
        ] {
            let site = SiteTest::new().file("content/news/p.md", &page).file(name, &bytes);
            let said = site.problems();
            assert!(
                said.len() == 1 && said[0].starts_with("error picture-unshown content/news/p.md"),
                "{page}{said:?}"
            );
            site.build().fails_with("picture-unshown");
        }
        // As a file to take along it may be what it is.
        let site = SiteTest::new()
            .file("content/news/p.md", news("Новость", &format!("[Снимок]({path})")))
            .file(name, &bytes);
        assert!(!site.problems().iter().any(|said| said.contains("picture-unshown")), "{name}");
    }
    let shown = SiteTest::new()
        .file("content/news/p.md", news("Новость", "![Снимок](a.AVIF) ![Точки](b.bmp)"))
        .file("content/news/a.AVIF", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif")
        .file("content/news/b.bmp", b"BMaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assert_eq!(shown.problems(), [""; 0]);
}

//! Files that are published byte for byte, and what is said of them: archives that nobody looks into, signed pictures.

use std::fs;

use crate::{SiteTest, photo};

const PAGE: &str = "news/urok/index.html";

/// A page that offers a file.
fn offering(name: &str, bytes: &[u8]) -> SiteTest {
    let card = format!(
        "---\ntitle: Урок\ndate: 2026-11-20\nattachments:\n  - {{file: {name}, title: Набор}}\n---\nТекст.\n"
    );
    SiteTest::new().file("content/news/urok/index.md", card).file(&format!("content/news/urok/{name}"), bytes)
}

#[test]
fn archives_that_nobody_looks_into_are_called_what_they_are_and_zip_is_recommended() {
    for (name, head) in
        [("set.rar", &b"Rar!\x1a\x07\x01\x00...."[..]), ("set.7z", b"7z\xbc\xaf\x27\x1c\x00\x04....")]
    {
        let site = offering(name, head);
        let outcome = site.build();
        outcome.ok().says("attachment-archive-closed").says("сделайте из тех же файлов .zip");
        outcome
            .shows(PAGE, "архив, откроется в программе вроде 7-Zip")
            .lacks(&format!("news/urok/{name}.html"));
        assert_eq!(fs::read(site.path(&format!("public/news/urok/{name}"))).unwrap(), head);
    }
}

#[test]
fn a_signed_picture_is_published_as_it_is_and_must_not_tell_where_it_was_taken() {
    let image = photo::fields(900, 600);
    let page = "---\ntitle: Урок\ndate: 2026-11-20\nобложка: {файл: foto.jpg, описание: Поле}\nattachments:\n  - {file: foto.jpg, title: Снимок}\n  - {file: foto.jpg.sig, title: Подпись}\n---\n\
        ![Поле](foto.jpg)\n";
    let signed = |bytes: &[u8]| {
        SiteTest::new()
            .file("content/news/urok/index.md", page)
            .file("content/news/urok/foto.jpg", bytes)
            .file("content/news/urok/foto.jpg.sig", "any bytes")
    };
    let clean = photo::jpeg(&image);
    let site = signed(&clean);
    assert_eq!(site.problems(), ["note picture-signed content/news/urok/foto.jpg"]);
    site.build().ok().says("опубликован как есть").shows(PAGE, "src=\"/news/urok/foto.jpg\"");
    assert_eq!(fs::read(site.path("public/news/urok/foto.jpg")).unwrap(), clean);
    assert!(!site.published().keys().any(|path| path.ends_with(".webp")), "nothing is made of it");
    // What the camera noted of the place cannot be taken out of it.
    let site = signed(&photo::from_phone(&image, 1));
    assert_eq!(site.problems(), ["error picture-position content/news/urok/foto.jpg"]);
    site.build().fails_with("уберите файл подписи");
    // Without the signature it is cleaned as any other.
    let site = site.without("content/news/urok/foto.jpg.sig");
    let site = site
        .file("content/news/urok/index.md", page.replace("\n  - {file: foto.jpg.sig, title: Подпись}", ""));
    site.build().ok().shows(PAGE, "foto.jpg-400.webp");
}

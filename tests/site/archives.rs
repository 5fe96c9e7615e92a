//! The files of a page in one archive, read back by a program that is not ours.

use std::fs::{self, File};
use std::process::Command;

use serde_json::Value;

use crate::SiteTest;
use crate::office::{Docx, archive, p};
use crate::preview::Preview;

const PAGE: &str = "materials/urok/index.html";
const ZIP: &str = "materials/urok/urok.zip";

/// A material with these lines of files.
fn material(files: &str) -> String {
    format!(
        "---\ntitle: Доли & «дроби»\nтип материала: технологическая карта\nавторы: [учитель математики, методист]\n\
         организация: Школа № 1\nдата: 12.10.2026\nаннотация: Урок открытия нового знания.\n\
         права: С указанием автора\nвложения:\n{files}---\nХод урока. [Всё сразу](/materials/urok/urok.zip)\n"
    )
}

const FILES: &str = "  - {файл: list.docx, название файла: \"Лист: 1/2\"}\n  - {файл: otvety.csv, название файла: Ответы}\n  \
                     - {файл: otvety2.csv, название файла: ОТВЕТЫ.csv}\n";

/// A document that names who wrote it.
fn document() -> Vec<u8> {
    Docx::new(&p("Рабочий лист"))
        .other(
            "docProps/core.xml",
            b"<cp:coreProperties \
        xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Ivanova</dc:creator></cp:coreProperties>",
        )
        .bytes()
}

fn site() -> SiteTest {
    SiteTest::new()
        .file("content/materials/urok/index.md", material(FILES))
        .file("content/materials/urok/list.docx", document())
        .file("content/materials/urok/otvety.csv", "Номер;Ответ\n1;2\n")
        .file("content/materials/urok/otvety2.csv", "Номер;Ответ\n1;3\n")
}

/// What Python finds in an archive: names, and the bytes of each as text or in hexadecimal figures.
fn read(site: &SiteTest, path: &str) -> Vec<(String, String)> {
    let script = "import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
        print(json.dumps([[i.filename, i.flag_bits, i.date_time, z.read(i).hex()] for i in z.infolist()]))";
    let done =
        Command::new("python3").args(["-c", script]).arg(site.path("public").join(path)).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let files: Vec<Value> = serde_json::from_slice(&done.stdout).unwrap();
    let file = |file: &Value| {
        let name = file[0].as_str().unwrap().to_owned();
        // Names are told to be UTF-8, and no clock is in them.
        assert!(name.is_ascii() || file[1].as_u64().unwrap() & 0x800 != 0, "{name}");
        assert_eq!(file[2].to_string(), "[1980,1,1,0,0,0]");
        (name, file[3].as_str().unwrap().to_owned())
    };
    files.iter().map(file).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn all_files_of_a_material_come_in_one_archive_with_who_made_it() {
    let site = site();
    let built = site.build();
    built.ok().shows(PAGE, "href=\"/materials/urok/urok.zip\" download=\"Доли &amp; «дроби».zip\"");
    built.shows(PAGE, "Скачать всё одним архивом</span></a> <span class=\"file-size\">zip, 3 файла, ");
    built.hides("sitemap.xml", ".zip");
    let files = read(&site, ZIP);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Об авторе и цитировании.txt", "Лист- 1-2.docx", "Ответы.csv", "ОТВЕТЫ (2).csv"]);
    // What is published of a document names nobody, and so does what is in the archive.
    let published = fs::read(site.path("public/materials/urok/list.docx")).unwrap();
    assert_ne!(published, document());
    assert_eq!(files[1].1, hex(&published));
    assert_eq!(files[3].1, hex("Номер;Ответ\n1;3\n".as_bytes()));
    let note = &files[0].1;
    assert!(note.starts_with("efbbbf") && note.ends_with("0d0a"), "{note}");
    for said in [
        "Доли & «дроби»\r\nтехнологическая карта\r\n",
        "Авторы: учитель математики, методист\r\n",
        "Организация: Школа № 1\r\n",
        "Доли & «дроби» / учитель математики, методист. – Текст : электронный",
        "URL: https://centre.example/materials/urok/ (дата обращения",
        "Права: С указанием автора\r\n",
        "Постоянный адрес: https://centre.example/materials/urok/\r\n",
    ] {
        assert!(note.contains(&hex(said.as_bytes())), "{said}");
    }
    assert_eq!(site.run(&["verify"]).code(), 0);
}

#[test]
fn an_archive_has_the_same_bytes_whatever_was_made_before() {
    let site = site();
    site.build().ok();
    let first = fs::read(site.path("public").join(ZIP)).unwrap();
    fs::remove_dir_all(site.path("public")).unwrap();
    fs::remove_dir_all(site.path(".kabinet")).unwrap();
    site.build().ok();
    assert_eq!(fs::read(site.path("public").join(ZIP)).unwrap(), first);
    // A cache that somebody changed is not believed.
    let kept =
        fs::read_dir(site.path(".kabinet/cache/documents")).unwrap().map(|entry| entry.unwrap().path());
    let kept = kept.filter(|path| path.extension().is_some_and(|ending| ending == "archive"));
    kept.for_each(|path| fs::write(path, "чужое").unwrap());
    site.build().ok();
    assert_eq!(fs::read(site.path("public").join(ZIP)).unwrap(), first);
}

#[test]
fn an_archive_needs_files_enough_and_a_kind_that_has_one() {
    let one = site().file(
        "content/materials/urok/index.md",
        material("  - {файл: otvety.csv, название файла: Ответы}\n")
            .replace("(/materials/urok/urok.zip)", "(otvety.csv)"),
    );
    one.build().ok().lacks(ZIP).hides(PAGE, "одним архивом");
    let twice =
        "  - {файл: otvety.csv, название файла: Ответы}\n  - {файл: otvety.csv, название файла: Снова}\n";
    let twice = site().file(
        "content/materials/urok/index.md",
        material(twice).replace("(/materials/urok/urok.zip)", "(otvety.csv)"),
    );
    twice.build().ok().lacks(ZIP);
    let kind = |id: &str, has: &str| format!("kind: {id}\narchive: {has}\n");
    let without = site().file("content/kinds/material.yaml", kind("material", "нет"));
    without.build().fails_with("urok.zip");
    let news = "---\ntitle: Семинар прошёл\ndate: 2026-11-20\nattachments: [a.csv, b.csv]\n---\nТекст.\n";
    let news = SiteTest::new()
        .file("content/news/itogi/index.md", news)
        .file("content/news/itogi/a.csv", "а;б\n")
        .file("content/news/itogi/b.csv", "в;г\n");
    news.build().ok().lacks("news/itogi/itogi.zip");
    let news = news.file("content/kinds/news.yaml", kind("news", "да"));
    news.build().ok().shows("news/itogi/index.html", "/news/itogi/itogi.zip");
    assert_eq!(read(&news, "news/itogi/itogi.zip").len(), 3);
    let wrong = news.file("content/kinds/news.yaml", kind("news", "иногда"));
    wrong.build().fails_with("archive");
}

#[test]
fn nothing_of_the_content_takes_the_place_of_an_archive() {
    let files = format!("{FILES}  - {{файл: urok.zip, название файла: Свой архив}}\n");
    let own = archive(&[("a.txt", b"a")]);
    let site = site()
        .file("content/materials/urok/index.md", material(&files))
        .file("content/materials/urok/urok.zip", own);
    site.build().fails_with("архив с файлами страницы «Доли & «дроби»»");
}

#[test]
fn a_mistake_in_the_text_of_archives_is_told() {
    let site = site().file("themes/imc/templates/archive.txt", "{{ page.fields.nichego.text }}\n");
    site.build().fails_with("archive.txt");
    let without = site.without("themes/imc/templates/archive.txt");
    // The theme's own stands in its place.
    without.build().ok().shows(PAGE, "urok.zip");
}

#[test]
fn the_preview_makes_an_archive_when_it_is_asked_for() {
    let site = site().file("content/materials/urok/zapis.wav", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0");
    let preview = Preview::of(&site);
    let (code, text) = preview.get("/materials/urok/urok.zip");
    assert!(code == 200 && text.contains("application/zip") && text.contains("Ответы.csv"), "{text}");
    // What comes to more than a phone should load is not put together.
    File::options()
        .write(true)
        .open(site.path("content/materials/urok/zapis.wav"))
        .unwrap()
        .set_len(101 << 20)
        .unwrap();
    let files = format!("{FILES}  - {{файл: zapis.wav, название файла: Запись}}\n");
    let text = material(&files).replace(" [Всё сразу](/materials/urok/urok.zip)", "");
    let site = site.file("content/materials/urok/index.md", text);
    let preview = Preview::of(&site);
    assert_eq!(preview.get("/materials/urok/urok.zip").0, 404);
    let page = preview.get("/materials/urok/").1;
    assert!(page.contains("zapis.wav") && !page.contains("одним архивом"), "{page}");
}

//! What is said of files by name and content: no file of another type, no position in a picture, nothing empty.

use std::path::Path;

use super::{Shelf, look};
use crate::diagnostic::Severity;

/// What is said of a file of this name and content.
fn said(name: &str, bytes: &[u8], shelf: Shelf) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("file");
    #[expect(clippy::disallowed_methods, reason = "a fixture")]
    std::fs::write(&disk, bytes).unwrap();
    look(name, &disk, shelf).finding.map(|finding| {
        let weight = if finding.message.severity == Severity::Error { "error" } else { "warning" };
        format!("{weight} {}", finding.message.rule.0)
    })
}

fn beside(name: &str, bytes: &[u8]) -> String {
    said(name, bytes, Shelf::Beside).unwrap_or_default()
}

const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\0\0\0\0";
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xd9";

/// A block of EXIF with a latitude, the high byte first.
pub(super) fn block_of_exif() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    tiff.extend(entry(0x8825, 4, 1, 26));
    tiff.extend([0; 4]);
    // The list of the position: its latitude is three fractions that stand behind it.
    tiff.extend([0, 1]);
    tiff.extend(entry(0x0002, 5, 3, 44));
    tiff.extend([0; 4]);
    for part in [55u32, 45, 21] {
        tiff.extend([part.to_be_bytes(), 1u32.to_be_bytes()].concat());
    }
    tiff
}

fn chunk(name: &[u8; 4], data: &[u8], little: bool) -> Vec<u8> {
    let length = data.len() as u32;
    match little {
        true => [name, &length.to_le_bytes()[..], data, &vec![0; data.len() % 2]].concat(),
        false => [&length.to_be_bytes()[..], name, data, &[0; 4]].concat(),
    }
}

#[test]
fn a_position_is_told_where_a_picture_is_published_as_it_is() {
    let exif = block_of_exif();
    let segment = [b"Exif\0\0".as_slice(), &exif].concat();
    let length = (segment.len() as u16 + 2).to_be_bytes();
    let jpeg = [b"\xff\xd8\xff\xe1".as_slice(), &length, &segment, &JPEG[2..]].concat();
    let png = [PNG, &chunk(b"eXIf", &exif, false), &chunk(b"IEND", b"", false)].concat();
    let webp = |flags: u8| {
        let head = chunk(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0], true);
        let riff = [b"WEBP".as_slice(), &head, &chunk(b"EXIF", &exif, true)].concat();
        chunk(b"RIFF", &riff, true)
    };
    let xmp = [JPEG, b"<x:xmpmeta><rdf:Description exif:GPSLatitude=\"55,45N\"/>"].concat();
    for (name, bytes, beside_documents) in [
        ("a.jpg", &jpeg, ""),
        ("a.png", &png, ""),
        ("a.webp", &webp(8), ""),
        ("b.jpg", &xmp, ""),
        ("film.webp", &webp(8 | 2), "error picture-position"),
        ("a.tif", &exif, "error picture-position"),
    ] {
        assert_eq!(beside(name, bytes), beside_documents, "{name}");
        assert_eq!(said(name, bytes, Shelf::Static).as_deref(), Some("error picture-position"), "{name}");
    }
    assert_eq!((beside("a.jpg", JPEG), beside("a.png", PNG)), (String::new(), String::new()));
}

#[test]
fn types_are_told_by_name_and_content() {
    let cases: [(&str, &[u8], &str); 30] = [
        ("a.pdf", b"%PDF-1.7", ""),
        ("a.pdf", b"\r\n%PDF-1.7", ""),
        ("a.pdf", b"", "error attachment-empty"),
        ("a.txt", b"", "error attachment-empty"),
        ("a.pdf", b"<html><script>x()</script>", "error file-active"),
        ("a.txt", b"\n <!-- x --><script>", "error file-active"),
        ("a.txt", b"\xff\xfe<\0?\0x\0m\0l\0", "error file-active"),
        ("a.doc", b"<?xml version='1.0'?><w/>", "error file-active"),
        ("a.xls", b"<table><tr><td>1", "error file-active"),
        ("a.txt", b"a < b, <b> ...", ""),
        ("a.csv", "план;1".as_bytes(), ""),
        ("a.jpg", b"<?php system('x');", "error file-active"),
        ("a.pdf", b"MZ\x90\0\x03\0\0\0", "error file-program"),
        ("a.txt", b"#!/bin/sh\nrm", "error file-program"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "error file-type-other"),
        ("a.jpg", PNG, "warning file-type-other"),
        ("a.png", b"png", "error file-type-other"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "warning file-type-other"),
        ("a.pdf", ZIP, "error file-type-other"),
        ("a.docx", ZIP, ""),
        ("a.docm", ZIP, "warning file-macros"),
        ("a.xyz", b"x", "error file-type-unknown"),
        ("README", b"x", "error file-type-unknown"),
        ("a.рdf", b"%PDF-1.7", "error file-type-unknown"),
        ("a.xhtml", b"x", "error file-active"),
        ("a.php.pdf", b"%PDF-1.7", "error file-active"),
        ("a.exe", b"MZ", "error file-program"),
        ("a\u{202e}fdp.zip", ZIP, "error file-name-hides-type"),
        ("a.zip", ZIP, ""),
        ("a.svgz", b"\x1f\x8b\x08", "error file-active"),
    ];
    for (name, bytes, wanted) in cases {
        assert_eq!(beside(name, bytes), wanted, "{name} {bytes:?}");
    }
}

#[test]
fn the_keeper_may_put_web_pages_into_static_but_nothing_that_a_host_runs() {
    let of = |name: &str, bytes: &[u8]| said(name, bytes, Shelf::Static).unwrap_or_default();
    for name in ["yandex_0123.html", "a.js", "BingSiteAuth.xml", "CNAME", "robots.txt", "site.webmanifest"] {
        assert_eq!(of(name, b"<html>"), "", "{name}");
    }
    assert_eq!(of("robots.txt", b""), "");
    for (name, wanted) in [
        ("a.php", "error file-active"),
        ("a.php.jpg", "error file-active"),
        ("web.config", "error file-active"),
        ("a.xht", "error file-active"),
        ("a.svgz", "error file-active"),
        ("a.exe", "error file-program"),
        ("a.hta", "error file-program"),
    ] {
        assert_eq!(of(name, b"x"), wanted, "{name}");
    }
    assert_eq!(of("a.svg", b"<svg><script/></svg>"), "error file-active-drawing");
    assert_eq!(of("a.pdf", b"<html>"), "error file-active");
    assert_eq!(of("a.html", b"<?php system('x');"), "error file-active");
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let rule = |path: &str| {
        look("a.pdf", Path::new(path), Shelf::Beside).finding.map(|finding| finding.message.rule.0)
    };
    assert_eq!(rule("/dev/zero"), Some("attachment-unreadable"));
    assert_eq!(rule("/"), Some("attachment-unreadable"));
}

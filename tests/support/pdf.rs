//! Files in PDF, made letter by letter: small ones with one thing in each.

#![allow(dead_code, reason = "each suite builds with a part of it")]

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// How the letters of a file are named in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Names {
    /// By the names of Russian letters.
    Russian,
    /// By those of the Western letters that have their places in the other alphabet, as old programs did.
    Western,
    /// By names that mean nothing.
    Strange,
}

/// A page of lines, twelve points high, from the top.
pub(crate) fn lines(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("<{}> Tj T*", hex(line))).collect();
    format!("BT /F1 12 Tf 14 TL 72 760 Td {} ET", lines.join(" "))
}

/// A line at a place, in points from the lower left corner.
pub(crate) fn at(x: u32, y: u32, line: &str) -> String {
    format!("BT /F1 12 Tf {x} {y} Td <{}> Tj ET\n", hex(line))
}

/// A rule from one place to another.
pub(crate) fn rule(from: (u32, u32), to: (u32, u32)) -> String {
    format!("{} {} m {} {} l S\n", from.0, from.1, to.0, to.1)
}

fn hex(line: &str) -> String {
    let bytes = encoding_rs::WINDOWS_1251.encode(line).0.into_owned();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file of pages with drawings.
pub(crate) fn pdf(pages: &[String], names: Names) -> Vec<u8> {
    let font = format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {} /FirstChar 32 /LastChar 255 /Widths [{}] >>",
        encoding(names),
        "500 ".repeat(224)
    );
    let mut objects = vec![font.into_bytes()];
    for page in pages {
        let content = objects.len() + 4;
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
                 /Resources << /Font << /F1 3 0 R >> /XObject << /I {} 0 R >> >> >>",
                content + 1
            )
            .into_bytes(),
        );
        objects.push(stream("", page.as_bytes()));
        objects.push(picture());
    }
    file(pages.len(), objects)
}

/// A page that is a picture.
pub(crate) fn scanned() -> String {
    "q 500 0 0 700 40 40 cm /I Do Q".to_owned()
}

/// A file whose one page unpacks to so many bytes.
pub(crate) fn bomb(bytes: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&vec![b' '; bytes]).unwrap();
    let packed = packer.finish().unwrap();
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>".to_vec();
    file(1, vec![page, stream("/Filter /FlateDecode ", &packed)])
}

/// The same file as one that is enciphered says it.
pub(crate) fn enciphered(pdf: &[u8]) -> Vec<u8> {
    let text = b"/Root 1 0 R";
    let at = pdf.windows(text.len()).rposition(|window| window == text).unwrap();
    [&pdf[..at], b"/Encrypt << /Filter /Standard /V 1 >> ", &pdf[at..]].concat()
}

fn picture() -> Vec<u8> {
    let about =
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ";
    stream(about, b"\xff\xff\xff\xff")
}

fn stream(about: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {about}>>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn encoding(names: Names) -> String {
    let letter = |byte: u8| match (names, byte) {
        (Names::Strange, _) => format!("/g{byte}"),
        (_, 0xc0..=0xc5) => format!("/afii{}", 10017 + u32::from(byte - 0xc0)),
        (_, 0xc6..=0xdf) => format!("/afii{}", 10024 + u32::from(byte - 0xc6)),
        (_, 0xe0..=0xe5) => format!("/afii{}", 10065 + u32::from(byte - 0xe0)),
        (_, _) => format!("/afii{}", 10072 + u32::from(byte - 0xe6)),
    };
    let letters: Vec<String> = (0xc0..=0xff).map(letter).collect();
    match names {
        Names::Western => "/WinAnsiEncoding".to_owned(),
        Names::Russian => format!(
            "<< /BaseEncoding /WinAnsiEncoding /Differences [168 /afii10023 184 /afii10071 192 {}] >>",
            letters.join(" ")
        ),
        Names::Strange => {
            format!("<< /BaseEncoding /WinAnsiEncoding /Differences [192 {}] >>", letters.join(" "))
        }
    }
}

/// A file of objects; the first two are the catalogue and the list of pages, which come third, sixth and so on.
fn file(pages: usize, objects: Vec<Vec<u8>>) -> Vec<u8> {
    let first = if pages == 1 && objects.len() == 2 { 3 } else { 4 };
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", first + 3 * page)).collect();
    let tree = format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" "));
    let mut all = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), tree.into_bytes()];
    all.extend(objects);
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (place, object) in all.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", out.len()));
        out.extend(format!("{} 0 obj\n", place + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let table = format!("xref\n0 {}\n0000000000 65535 f \n{}", places.len() + 1, places.concat());
    let tail = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", places.len() + 1);
    out.extend(table.bytes().chain(tail.bytes()));
    out
}

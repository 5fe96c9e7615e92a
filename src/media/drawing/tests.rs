//! Drawings as editors write them pass; whatever acts in one, or reaches out of it, is named.

use super::{What, check};

/// What is said of a text; nothing when it passes.
fn said(text: &[u8]) -> Option<String> {
    check(text).err().map(|fault| match fault.what {
        What::Unreadable(why) => format!("unreadable {why}"),
        What::Acts(kind, name) => format!("{kind} {name}"),
    })
}

/// A drawing around something.
fn around(inner: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         xmlns:h='http://www.w3.org/1999/xhtml' xmlns:x='urn:else'>{inner}</svg>"
    )
}

#[test]
fn what_acts_is_named() {
    let cases = [
        ("<script>alert(1)</script>", "element script"),
        ("<SCRIPT/>", "element SCRIPT"),
        ("<h:script/>", "element script"),
        ("<x:script/>", "element script"),
        ("<x:anything/>", "element anything"),
        ("<h:meta http-equiv='refresh' content='0;url=//evil.example'/>", "element meta"),
        ("<h:form action='//evil.example'/>", "element form"),
        ("<foreignObject><h:iframe src='/'/></foreignObject>", "element iframe"),
        ("<foreignObject><h:img src='//evil.example/x.png'/></foreignObject>", "element img"),
        ("<foreignObject><h:div onclick='x()'/></foreignObject>", "attribute onclick"),
        ("<g onload='x()'/>", "attribute onload"),
        ("<g ONLOAD='x()'/>", "attribute ONLOAD"),
        ("<handler/>", "element handler"),
        ("<a href='java&#115;cript:x()'/>", "outside javascript:x()"),
        ("<a xlink:href=' \tJava&#10;Script:x()'/>", "outside JavaScript:x()"),
        ("<a href='data:text/html,x'/>", "outside data:text/html,x"),
        ("<a><set attributeName='href' to='javascript:x()'/></a>", "attribute attributeName=\"href\""),
        (
            "<a><animate attributeName='xlink:href' values='javascript:x()'/></a>",
            "attribute attributeName=\"xlink:href\"",
        ),
        ("<set attributeName='onload' to='x()'/>", "attribute attributeName=\"onload\""),
        ("<set attributeName='fill' to='url(//evil.example/x)'/>", "outside //evil.example/x"),
        ("<use href='other.svg#x'/>", "outside other.svg#x"),
        ("<use href='data:image/svg+xml,x#x'/>", "outside data:image/svg+xml,x#x"),
        ("<image href='//evil.example/x.png'/>", "outside //evil.example/x.png"),
        ("<image href='photo.png'/>", "outside photo.png"),
        ("<image href='data:image/svg+xml;base64,AA'/>", "outside data:image/svg+xml;base64,AA"),
        ("<feImage xlink:href='https://evil.example/x'/>", "outside https://evil.example/x"),
        ("<style>@import '//evil.example/x.css';</style>", "style @import"),
        ("<style><![CDATA[@\\69mport url(x);]]></style>", "style @import"),
        ("<style>a{fill:u\\72l(//evil.example/x)}</style>", "outside //evil.example/x"),
        ("<style>a{background:image-set('//evil.example/x' 1x)}</style>", "style image-set()"),
        ("<style>a{b:(((url(\"//evil.example/x\"))))}</style>", "outside //evil.example/x"),
        (
            "<style>@font-face{src:url(https://evil.example/a.woff)}</style>",
            "outside https://evil.example/a.woff",
        ),
        ("<g style='fill:url(https://evil.example/#x)'/>", "outside https://evil.example/#x"),
        ("<g fill='url(https://evil.example/#x)'/>", "outside https://evil.example/#x"),
        ("<g style='-moz-binding:none'/>", "style -moz-binding"),
        ("<g xml:base='//evil.example/'/>", "attribute base"),
        ("<g src='x'/>", "attribute src"),
        ("<?php system('x') ?>", "instruction ?php"),
        ("<svg:g xmlns:svg='http://www.w3.org/2000/svg'><svg:script/></svg:g>", "element script"),
    ];
    for (inner, wanted) in cases {
        assert_eq!(said(around(inner).as_bytes()).as_deref(), Some(wanted), "{inner}");
    }
}

#[test]
fn what_stands_before_a_drawing_is_looked_at() {
    let cases = [
        ("<?xml-stylesheet href='x.xsl' type='text/xsl'?>", "instruction ?xml-stylesheet"),
        ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>", "declaration !ATTLIST"),
        ("<!DOCTYPE svg [<!ENTITY % p SYSTEM 'x'>]>", "declaration !ENTITY"),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM '/etc/passwd'>]>", "declaration !ENTITY"),
        ("<!DOCTYPE svg [<!ENTITY a '<script/>'>]>", "declaration !ENTITY"),
        ("<!DOCTYPE svg [<!ENTITY a '&#60;script/>'>]>", "declaration !ENTITY"),
    ];
    for (before, wanted) in cases {
        let text = format!("{before}{}", around(""));
        assert_eq!(said(text.as_bytes()).as_deref(), Some(wanted), "{before}");
    }
    assert_eq!(said(b"<html xmlns='http://www.w3.org/1999/xhtml'/>").as_deref(), Some("unreadable root"));
    assert_eq!(said(b"<svg xmlns='http://www.w3.org/1999/xhtml'/>").as_deref(), Some("unreadable root"));
    assert_eq!(said(b"<svg><g></svg>").as_deref(), Some("unreadable xml"));
    assert_eq!(said(b"<svg/><script/>").as_deref(), Some("unreadable xml"));
}

#[test]
fn no_encoding_hides_anything() {
    let text = format!("<?xml version='1.0'?>{}", around("<script/>"));
    let wide = |big: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    for bytes in [
        wide(false),
        wide(true),
        [vec![0xff, 0xfe], wide(false)].concat(),
        [vec![0xfe, 0xff], wide(true)].concat(),
    ] {
        assert_eq!(said(&bytes).as_deref(), Some("element script"));
    }
    for label in ["utf-7", "iso-2022-jp", "utf-16", "hz-gb-2312", "x-user-defined", "shift_jis", "gbk"] {
        let text = format!("<?xml version='1.0' encoding='{label}'?>{}", around(""));
        assert_eq!(said(text.as_bytes()).as_deref(), Some("unreadable encoding"), "{label}");
    }
    let cyrillic = format!("<?xml version='1.0' encoding=\"windows-1251\"?>{}", around("<text>План</text>"));
    assert_eq!(said(&encoding_rs::WINDOWS_1251.encode(&cyrillic).0), None);
    assert_eq!(said(b"<svg>\xff</svg>").as_deref(), Some("unreadable encoding"));
}

#[test]
fn drawings_of_editors_pass() {
    for (editor, text) in [
        ("Inkscape", include_str!("examples/inkscape.svg")),
        ("Illustrator", include_str!("examples/illustrator.svg")),
        ("LibreOffice", include_str!("examples/libreoffice.svg")),
        ("draw.io", include_str!("examples/drawio.svg")),
        ("Figma", include_str!("examples/figma.svg")),
    ] {
        assert_eq!(said(text.as_bytes()), None, "{editor}");
    }
}

#[test]
fn large_and_nested_drawings_end_soon() {
    let deep = format!("{}{}", "<g>".repeat(300_000), "</g>".repeat(300_000));
    assert_eq!(said(around(&deep).as_bytes()), None);
    let wide: String = (0..100_000).map(|n| format!(" a{n}=''")).collect();
    assert_eq!(said(format!("<svg{wide}/>").as_bytes()).as_deref(), Some("unreadable complex"));
    let names: String = (0..10_000).map(|n| format!("<g xmlns:a{n}='urn:{n}'>")).collect();
    assert_eq!(said(around(&names).as_bytes()).as_deref(), Some("unreadable complex"));
    let flood = "<g/>".repeat(1_100_000);
    assert_eq!(said(around(&flood).as_bytes()).as_deref(), Some("unreadable complex"));
    let entity =
        format!("<!DOCTYPE svg [<!ENTITY a '{}'>]>{}", "x".repeat(200), around(&"&a;".repeat(30_000)));
    assert_eq!(said(entity.as_bytes()).as_deref(), Some("unreadable entities"));
    let brackets = format!("<style>{}</style>", "(".repeat(200_000));
    assert_eq!(said(around(&brackets).as_bytes()).as_deref(), Some("unreadable complex"));
}

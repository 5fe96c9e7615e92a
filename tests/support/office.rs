//! Office documents by hand: the parts that a test writes, put into an archive as programs put them.

#![allow(dead_code, reason = "each suite builds with a part of it")]

/// An archive of parts, not packed.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in parts {
        let offset = u32::try_from(out.len()).unwrap();
        let length = u32::try_from(bytes.len()).unwrap();
        let mut head = Vec::new();
        for word in [20u16, 0, 0, 0, 0x21] {
            head.extend(word.to_le_bytes());
        }
        for number in [crc32(bytes), length, length] {
            head.extend(number.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend(0u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(out.len()).unwrap();
    let length = u32::try_from(directory.len()).unwrap();
    let count = u16::try_from(parts.len()).unwrap();
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(!0, step)
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document of Word on its way.
#[derive(Default)]
pub(crate) struct Docx {
    body: String,
    parts: Vec<(String, String, Vec<u8>)>,
    links: Vec<(String, String)>,
    others: Vec<(String, Vec<u8>)>,
    strict: bool,
}

impl Docx {
    /// A document with a body, in WordprocessingML.
    pub(crate) fn new(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }

    /// In the strict namespace.
    pub(crate) fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// A part below `word/` with its kind: `styles`, `numbering`, `footnotes`, `comments`.
    pub(crate) fn part(mut self, kind: &str, inside: &str) -> Self {
        let root = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            kind => kind,
        };
        let text = format!("<w:{root} {}>{inside}</w:{root}>", namespaces(self.strict));
        self.parts.push((kind.to_owned(), format!("{kind}.xml"), text.into_bytes()));
        self
    }

    /// A picture with the id `rPic`.
    pub(crate) fn picture(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push(("image".to_owned(), format!("media/{name}"), bytes.to_owned()));
        self
    }

    /// A part by its whole name, such as `docProps/core.xml`.
    pub(crate) fn other(mut self, name: &str, bytes: &[u8]) -> Self {
        self.others.push((name.to_owned(), bytes.to_owned()));
        self
    }

    /// An address elsewhere, by its id.
    pub(crate) fn link(mut self, id: &str, address: &str) -> Self {
        self.links.push((id.to_owned(), address.to_owned()));
        self
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let names = namespaces(self.strict);
        let document = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {names}><w:body>{}<w:sectPr/></w:body></w:document>",
            self.body
        );
        let mut relations = String::new();
        for (kind, path, _) in &self.parts {
            let id = if kind == "image" { "rPic".to_owned() } else { format!("r-{kind}") };
            relations
                .push_str(&format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{path}\"/>"));
        }
        for (id, address) in &self.links {
            relations.push_str(&format!(
                "<Relationship Id=\"{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>"
            ));
        }
        let relations = rels(&relations);
        let main = rels(&format!(
            "<Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>"
        ));
        let mut parts: Vec<(String, &[u8])> = vec![
            ("_rels/.rels".to_owned(), main.as_bytes()),
            ("word/document.xml".to_owned(), document.as_bytes()),
            ("word/_rels/document.xml.rels".to_owned(), relations.as_bytes()),
        ];
        parts.extend(self.parts.iter().map(|(_, path, bytes)| (format!("word/{path}"), bytes.as_slice())));
        parts.extend(self.others.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice())));
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        archive(&parts)
    }
}

fn namespaces(strict: bool) -> String {
    let word = if strict { STRICT } else { WORD };
    format!(
        "xmlns:w=\"{word}\" xmlns:r=\"{OFFICE}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\" \
         xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    )
}

fn rels(inside: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
    )
}

/// A paragraph of one text.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run of one text.
pub(crate) fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph of a list and a level.
pub(crate) fn li(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(text)
    )
}

/// The definition of a list: its levels as (format, label, more).
pub(crate) fn list(id: u32, levels: &[(&str, &str, &str)]) -> String {
    let levels: String = levels
        .iter()
        .enumerate()
        .map(|(at, (format, label, more))| {
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{label}\"/></w:lvl>"
            )
        })
        .collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

/// A list of a definition, with what it does otherwise.
pub(crate) fn num(id: u32, definition: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>")
}

/// A table of rows of cells, each cell the inside of a `w:tc`.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A sheet of a workbook: its name, what its entry says more, its rows of `c` elements, a range that is merged.
pub(crate) type Sheet<'a> = (&'a str, &'a str, &'a [&'a str], &'a str);

/// A workbook of Excel. The shared string 0 is «НОЯБРЬ», the style 1 shows a day with its hour.
pub(crate) fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let entry = |(at, (name, more, ..)): (usize, &Sheet<'_>)| {
        format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"s{0}\" {more}/>", at + 1)
    };
    let entries: String = sheets.iter().enumerate().map(entry).collect();
    let book = format!("<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets>{entries}</sheets></workbook>");
    let mut relations = format!(
        "<Relationship Id=\"a\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"b\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>"
    );
    let mut parts: Vec<(String, String)> = Vec::new();
    for (at, (_, _, rows, merged)) in sheets.iter().enumerate() {
        let number = at + 1;
        relations.push_str(&format!(
            "<Relationship Id=\"s{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        let rows: String = rows
            .iter()
            .enumerate()
            .map(|(row, cells)| format!("<row r=\"{}\">{cells}</row>", row + 1))
            .collect();
        let merged = if merged.is_empty() {
            String::new()
        } else {
            format!("<mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>")
        };
        parts.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet {MAIN}><sheetData>{rows}</sheetData>{merged}</worksheet>"),
        ));
    }
    parts.push(("xl/workbook.xml".to_owned(), book));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), rels(&relations)));
    parts.push(("xl/sharedStrings.xml".to_owned(), format!("<sst {MAIN}><si><t>НОЯБРЬ</t></si></sst>")));
    parts.push((
        "xl/styles.xml".to_owned(),
        format!(
            "<styleSheet {MAIN}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
        ),
    ));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&parts)
}

/// A slide of a presentation on its way.
#[derive(Default)]
pub(crate) struct Slide {
    shapes: String,
    more: &'static str,
    parts: Vec<(&'static str, String)>,
    links: Vec<(&'static str, &'static str)>,
}

impl Slide {
    /// A slide of shapes, in PresentationML.
    pub(crate) fn new(shapes: &str) -> Self {
        Self { shapes: shapes.to_owned(), ..Self::default() }
    }

    /// That nobody is shown.
    pub(crate) fn hidden(mut self) -> Self {
        self.more = "show=\"0\"";
        self
    }

    /// With a part of a kind: `comments`, `notesSlide`, `diagramData`. Its relation has the id of its kind.
    pub(crate) fn part(mut self, kind: &'static str, inside: &str) -> Self {
        self.parts.push((kind, format!("<root {DRAWN}>{inside}</root>")));
        self
    }

    /// With an address elsewhere, by its id.
    pub(crate) fn link(mut self, id: &'static str, address: &'static str) -> Self {
        self.links.push((id, address));
        self
    }
}

const DRAWN: &str = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" \
    xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// A shape in a place of the layout (`title`, `body`, `ftr`; nothing for a free box), with its paragraphs.
pub(crate) fn shape(place: &str, paragraphs: &str) -> String {
    let place = if place.is_empty() { String::new() } else { format!("<p:ph type=\"{place}\"/>") };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"\"/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>\
         <a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )
}

/// A paragraph of a slide with its properties and one text.
pub(crate) fn line(properties: &str, text: &str) -> String {
    format!("<a:p><a:pPr {properties}<a:r><a:t>{text}</a:t></a:r></a:p>")
}

/// A presentation whose master puts `•` and `–` before the first two levels of texts.
pub(crate) fn presentation(slides: &[Slide]) -> Vec<u8> {
    const LEVELS: &str = "<p:txStyles><p:titleStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></p:titleStyle><p:bodyStyle>\
        <a:lvl1pPr><a:buChar char=\"•\"/></a:lvl1pPr><a:lvl2pPr><a:buChar char=\"–\"/></a:lvl2pPr></p:bodyStyle></p:txStyles>";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut entries, mut main) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (at, slide) in slides.iter().enumerate() {
        let number = at + 1;
        entries.push_str(&format!("<p:sldId id=\"{}\" r:id=\"s{number}\"/>", 256 + at));
        main.push_str(&relation(&format!("s{number}"), "slide", &format!("slides/slide{number}.xml")));
        let mut own = relation("layout", "slideLayout", "../slideLayouts/slideLayout1.xml");
        for (kind, text) in &slide.parts {
            own.push_str(&relation(kind, kind, &format!("../{kind}/{number}.xml")));
            parts.push((format!("ppt/{kind}/{number}.xml"), text.clone()));
        }
        for (id, address) in &slide.links {
            own.push_str(&format!(
                "<Relationship Id=\"{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>"
            ));
        }
        let (shapes, more) = (&slide.shapes, slide.more);
        parts.push((
            format!("ppt/slides/slide{number}.xml"),
            format!("<p:sld {DRAWN} {more}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"),
        ));
        parts.push((format!("ppt/slides/_rels/slide{number}.xml.rels"), rels(&own)));
    }
    let shapes = shape("title", "") + &shape("body", "");
    let drawn = |name: &str, more: &str| {
        format!("<p:{name} {DRAWN}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>{more}</p:{name}>")
    };
    parts.push(("_rels/.rels".to_owned(), rels(&relation("m", "officeDocument", "ppt/presentation.xml"))));
    parts.push((
        "ppt/presentation.xml".to_owned(),
        format!("<p:presentation {DRAWN}><p:sldIdLst>{entries}</p:sldIdLst></p:presentation>"),
    ));
    parts.push(("ppt/_rels/presentation.xml.rels".to_owned(), rels(&main)));
    parts.push(("ppt/slideLayouts/slideLayout1.xml".to_owned(), drawn("sldLayout", "")));
    let master = relation("m", "slideMaster", "../slideMasters/slideMaster1.xml");
    parts.push(("ppt/slideLayouts/_rels/slideLayout1.xml.rels".to_owned(), rels(&master)));
    parts.push(("ppt/slideMasters/slideMaster1.xml".to_owned(), drawn("sldMaster", LEVELS)));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&parts)
}

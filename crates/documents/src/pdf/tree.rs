//! The structure that a file tells of itself (ISO 32000-2, 14.7): elements with roles, whose leaves are pieces of pages.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, String as Bytes};

use super::strings;
use crate::limits::{DEPTH, NODES};

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its role, by its standard name: `P`, `H1`, `TR`.
    pub(super) role: String,
    /// What it holds.
    pub(super) children: Vec<Child>,
    /// How many columns and rows a cell covers.
    pub(super) spans: (usize, usize),
    /// What a picture shows, in its author's words.
    pub(super) description: String,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Child {
    /// Another element.
    Element(Element),
    /// A piece of a page: the page, and the piece's number there.
    Piece(usize, i32),
}

struct Reader {
    roles: HashMap<String, String>,
    pages: HashMap<ObjectIdentifier, usize>,
    seen: HashSet<ObjectIdentifier>,
    left: u32,
}

/// The root of the structure, if the file tells one.
pub(super) fn read(file: &Pdf) -> Option<Element> {
    let catalogue: Dict<'_> = file.xref().get(file.xref().root_id())?;
    let root: Dict<'_> = catalogue.get(b"StructTreeRoot")?;
    let roles = root.get::<Dict<'_>>(b"RoleMap").map(|map| roles(&map)).unwrap_or_default();
    let numbered = file.pages().iter().enumerate();
    let pages = numbered.filter_map(|(number, page)| Some((page.raw().obj_id()?, number))).collect();
    let mut reader = Reader { roles, pages, seen: HashSet::new(), left: NODES };
    let children = reader.children(&root, None, 0);
    (!children.is_empty()).then(|| Element { role: "Document".to_owned(), children, ..Element::default() })
}

fn roles(map: &Dict<'_>) -> HashMap<String, String> {
    let named = map.keys().filter_map(|key| {
        let role = map.get::<Name<'_>>(&key)?;
        Some((key.as_str().to_owned(), role.as_str().to_owned()))
    });
    named.take(10_000).collect()
}

impl Reader {
    fn children(&mut self, of: &Dict<'_>, page: Option<usize>, depth: usize) -> Vec<Child> {
        let Some(kids) = of.get::<Object<'_>>(b"K") else { return Vec::new() };
        match kids {
            Object::Array(kids) => self.each(&kids, page, depth),
            kid => self.child(&kid, page, depth).into_iter().collect(),
        }
    }

    fn each(&mut self, kids: &Array<'_>, page: Option<usize>, depth: usize) -> Vec<Child> {
        kids.iter::<Object<'_>>().filter_map(|kid| self.child(&kid, page, depth)).collect()
    }

    fn child(&mut self, kid: &Object<'_>, page: Option<usize>, depth: usize) -> Option<Child> {
        self.left = self.left.checked_sub(1)?;
        if depth > DEPTH {
            return None;
        }
        match kid {
            Object::Number(number) => Some(Child::Piece(page?, number.as_i64().try_into().ok()?)),
            Object::Dict(dict) => {
                let page = self.page(dict).or(page);
                if let Some(number) = dict.get::<i32>(b"MCID") {
                    return Some(Child::Piece(page?, number));
                }
                // An element twice in the tree would be a circle, or say its words twice.
                if dict.obj_id().is_some_and(|id| !self.seen.insert(id)) {
                    return None;
                }
                let role = dict.get::<Name<'_>>(b"S")?;
                Some(Child::Element(self.element(role.as_str(), dict, page, depth)))
            }
            _ => None,
        }
    }

    fn element(&mut self, role: &str, dict: &Dict<'_>, page: Option<usize>, depth: usize) -> Element {
        let description = dict.get::<Bytes<'_>>(b"Alt").map(|text| strings::text(text.as_bytes()));
        Element {
            role: self.standard(role),
            children: self.children(dict, page, depth + 1),
            spans: spans(dict),
            description: description.unwrap_or_default(),
        }
    }

    fn page(&self, dict: &Dict<'_>) -> Option<usize> {
        let page = dict.get::<Dict<'_>>(b"Pg")?;
        self.pages.get(&page.obj_id()?).copied()
    }

    /// The standard role that a role of the file's own stands for.
    fn standard(&self, role: &str) -> String {
        let mut role = role;
        for _ in 0..8 {
            match self.roles.get(role) {
                Some(other) if other != role => role = other,
                _ => break,
            }
        }
        role.to_owned()
    }
}

/// How many columns and rows a cell covers.
fn spans(dict: &Dict<'_>) -> (usize, usize) {
    let attributes: Vec<Dict<'_>> = match dict.get::<Object<'_>>(b"A") {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(all)) => all.iter::<Object<'_>>().filter_map(Object::into_dict).collect(),
        _ => Vec::new(),
    };
    let span = |name: &[u8]| {
        let told = attributes.iter().find_map(|dict| dict.get::<u32>(name)).unwrap_or(1);
        usize::try_from(told).unwrap_or(1).clamp(1, crate::limits::COLUMNS)
    };
    (span(b"ColSpan"), span(b"RowSpan"))
}

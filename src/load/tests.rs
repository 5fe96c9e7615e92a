//! Whatever stands in a file, reading it ends well: with documents, or with messages that point into the file.

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::office::Authors;
use crate::schema::{self, Declarations, Schema};
use crate::source::Sources;
use crate::yaml::{Node, Yaml};

/// A kind with fields of the usual shapes.
fn schema() -> Schema {
    let kind = "kind: note\nlabel: Запись\nfolder: notes\nfields:\n  title: {type: text, label: Название}\n  \
                date: {type: date, label: Дата}\n  tags: {type: text, list: true, label: Метки}\n";
    let mut sources = Sources::default();
    let id = sources.add("kinds/note.yaml", kind);
    let (node, _) = front::yaml(kind, 0..kind.len(), id, &front::SETTINGS);
    let (schema, problems) = schema::read(&Declarations {
        kinds: node.into_iter().map(std::sync::Arc::new).collect(),
        ..Default::default()
    });
    assert!(problems.is_empty(), "{problems:?}");
    schema
}

fn read(path: &str, text: &str, schema: &Schema) -> (Vec<Document>, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let id = sources.add(path, text);
    let found = Found {
        path: path.to_owned(),
        disk: PathBuf::new(),
        stamp: stamp::Stamp::default(),
        picture: None,
        paper: None,
        authors: Authors::Untold,
        signs: None,
        refused: false,
        said: None,
    };
    file::read(&found, id, &sources, schema)
}

/// A span lies in the text and cuts no character.
fn inside(text: &str, span: crate::source::Span) -> bool {
    text.get(span.range()).is_some()
}

fn spans_of(node: &Node, spans: &mut Vec<crate::source::Span>) {
    spans.push(node.span);
    for entry in node.entries() {
        spans.push(entry.key_span);
        spans_of(&entry.node, spans);
    }
    if let Yaml::List(items) = &node.value {
        items.iter().for_each(|item| spans_of(item, spans));
    }
}

fn sound(path: &str, text: &str, schema: &Schema) -> Result<(), TestCaseError> {
    let (documents, problems) = read(path, text, schema);
    // A list may be empty.
    let list = text.contains("items") || text.replace([' ', '\t', '\r', '\n'], "").contains("[]");
    prop_assert!(!documents.is_empty() || !problems.is_empty() || list, "{text:?}");
    for document in &documents {
        prop_assert!(!document.broken || !problems.is_empty(), "{text:?}");
        let mut spans = vec![document.span, document.head];
        spans_of(&document.fields, &mut spans);
        for span in spans {
            prop_assert!(inside(text, span), "{text:?} {span:?}");
        }
    }
    for label in problems.iter().flat_map(|problem| &problem.labels) {
        prop_assert!(inside(text, label.span), "{text:?} {problems:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let schema = schema();
        sound("content/notes/a.md", &text, &schema)?;
        sound("content/notes/a.yaml", &text, &schema)?;
    }

    #[test]
    fn any_head_is_read(
        lines in prop::collection::vec(
            "( {0,3}|\t|- )(title|дата|Метки|items|body|слово)?(:| :|: |:\u{a0})?(\"|'|\\[|\\{|&a |\\*a|\\||>-|#|!|%|@|- |\\?)?[а-яё«»a-c0-9.,: #'\"\\]}]{0,12}",
            0..8,
        ),
        closed: bool,
        ending in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let schema = schema();
        let mut text = format!("---{ending}{}{ending}", lines.join(ending));
        if closed {
            text += &format!("---{ending}# Текст{ending}");
        }
        sound("content/notes/a.md", &text, &schema)?;
        sound("content/notes/a.yaml", &lines.join(ending), &schema)?;
    }
}

#[test]
fn a_text_inside_yaml_points_at_its_value() {
    let text = "title: А\nbody: |\n  # Раздел\n\n  [ссылка](net.md)\n";
    let (documents, _) = read("content/notes/a.yaml", text, &schema());
    let link = documents[0].outline.links.first().map(|link| link.span);
    assert!(link.is_some_and(|span| inside(text, span) && span.start as usize >= text.find('|').unwrap()));
}

//! `image`: a picture with its description.

use super::file;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{Context, Datum, Field, FieldType, FileId, Lookup, Plain, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

const IMAGE_WITHOUT_ALT: RuleId = RuleId("image-without-alt");

/// What people call that which is read instead of a picture.
const ALT_KEYS: [&str; 4] = ["alt", "описание", "подпись", "что на картинке"];

pub(super) const ENTRY: TypeEntry = ("image", |_| Some(FieldType::new(Image)));

#[derive(Debug)]
struct Image;

impl Type for Image {
    fn name(&self) -> &'static str {
        "image"
    }

    fn help(&self) -> &'static str {
        "help-file"
    }

    /// A picture: a path, or a mapping with `src` and `alt`.
    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        if reader.cut_by_comma(node, field) {
            return None;
        }
        let file = file::read(node, field, reader)?;
        let alt = node.get_any(&ALT_KEYS).and_then(Node::text).map(str::to_owned);
        if alt.is_none() {
            let problem = Diagnostic::error(IMAGE_WITHOUT_ALT).at(node.span).arg("field", &field.label);
            reader.report(problem.help("help-field"));
        }
        Some(Value::new(Picture { file, alt: alt.unwrap_or_default() }))
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        context.files.find(context.folder, text).is_ok()
    }
}

/// A picture and what it shows.
#[derive(Debug)]
struct Picture {
    file: FileId,
    /// The description for those who do not see it; empty for decoration.
    alt: String,
}

impl Datum for Picture {
    fn plain(&self) -> Plain<'_> {
        Plain::Picture(self.file, &self.alt)
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.alt.clone()
    }

    fn file(&self) -> Option<FileId> {
        Some(self.file)
    }
}

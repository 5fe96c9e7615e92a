//! `image`: a picture with its description.

use super::file;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{Context, Datum, Field, FieldType, FileId, Lookup, Plain, Reader, Type, TypeEntry, Value};
use crate::markup::is_decoration;
use crate::yaml::Node;

const IMAGE_WITHOUT_ALT: RuleId = RuleId("image-without-alt");

/// What people call that which is read instead of a picture.
const ALT_KEYS: [&str; 3] = ["alt", "описание", "что на картинке"];
/// What people call that which stands under a picture.
const CAPTION_KEYS: [&str; 2] = ["caption", "подпись"];

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

    /// A picture: a path, or a mapping with `src`, `alt` and `caption`.
    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        if reader.cut_by_comma(node, field) {
            return None;
        }
        let file = file::read(node, field, reader)?;
        let said = |keys: &[&str]| node.get_any(keys).and_then(Node::text).map(str::to_owned);
        let caption = said(&CAPTION_KEYS);
        // What stands under a picture tells those who do not see it something, too.
        let alt = said(&ALT_KEYS).or_else(|| caption.clone());
        if alt.is_none() {
            let problem = Diagnostic::error(IMAGE_WITHOUT_ALT).at(node.span).arg("field", &field.label);
            reader.report(problem.help("help-field"));
        }
        let alt = alt.filter(|alt| !is_decoration(alt)).unwrap_or_default();
        Some(Value::new(Picture { file, alt, caption: caption.unwrap_or_default() }))
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
    /// What stands under it.
    caption: String,
}

impl Datum for Picture {
    fn plain(&self) -> Plain<'_> {
        Plain::Picture { file: self.file, alt: &self.alt, caption: &self.caption }
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.alt.clone()
    }

    fn file(&self) -> Option<FileId> {
        Some(self.file)
    }
}

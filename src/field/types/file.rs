//! `file`: a file of the site.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{
    Context, Datum, Field, FieldType, FileId, Lookup, NoFile, Plain, Reader, Type, TypeEntry, Value,
};
use crate::yaml::{Node, Yaml};

const FILE_MISSING: RuleId = RuleId("file-missing");
const PATH_LEAVES_SITE: RuleId = RuleId("path-leaves-site");

/// What people call the file of a picture.
const KEYS: [&str; 6] = ["src", "file", "файл", "имя файла", "картинка", "фото"];

pub(super) const ENTRY: TypeEntry = ("file", |_| Some(FieldType::new(File)));

#[derive(Debug)]
struct File;

impl Type for File {
    fn name(&self) -> &'static str {
        "file"
    }

    fn help(&self) -> &'static str {
        "help-file"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        read(node, field, reader).map(|file| Value::new(Download(file)))
    }

    fn fits(&self, text: &str, context: &Context<'_>) -> bool {
        find(text, context).is_ok()
    }
}

/// The file of a path; `[План](план.pdf)` names it too, as a link does, and so does a path from the folder `content`.
fn find(written: &str, context: &Context<'_>) -> Result<FileId, NoFile> {
    let files = context.files;
    let bare = written.trim();
    let wiki = bare.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    let linked = bare.strip_suffix(')').and_then(|rest| Some(rest.rsplit_once("](")?.1));
    let whole = wiki.or(linked).unwrap_or(bare);
    let rooted = whole.strip_prefix("content/").or_else(|| whole.strip_prefix('/'));
    files.find(context.folder, written).or_else(|fault| {
        let found = files.find(context.folder, whole);
        found.or_else(|_| files.find("content", rooted.ok_or(NoFile::Missing)?)).map_err(|_| fault)
    })
}

/// A file: a path, or a mapping with `file`.
pub(super) fn read<'a>(node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<FileId> {
    let node = match &node.value {
        Yaml::Map(_) => node.get_any(&KEYS).unwrap_or(node),
        _ => node,
    };
    let Some(written) = node.text().filter(|text| !text.trim().is_empty()) else {
        reader.invalid(node.span, field);
        return None;
    };
    let context = reader.context();
    match find(written, &context) {
        Ok(file) => Some(file),
        Err(NoFile::Outside) => {
            let outside = Diagnostic::error(PATH_LEAVES_SITE).at(node.span).arg("path", written);
            reader.report(outside.help("help"));
            None
        }
        Err(NoFile::Missing) => {
            let missing = Diagnostic::error(FILE_MISSING).at(node.span).arg("path", written);
            let missing = missing.arg("folder", context.folder);
            if ["http://", "https://"].iter().any(|start| written.trim().starts_with(start)) {
                reader.report(missing.help("help-web"));
                return None;
            }
            if written.trim().ends_with(".md") {
                reader.report(missing.help("help-page"));
                return None;
            }
            // `план.pdf — План работы`: a name among other words.
            let words = written.split([' ', '(', ')', ',', ';', '«', '»', '"', '[', ']']);
            let inner = words.filter(|word| word.contains('.')).find(|word| find(word, &context).is_ok());
            reader.report(match inner.or_else(|| context.files.similar(context.folder, written)) {
                Some(similar) => missing.arg("similar", similar).help("help-similar"),
                None => missing.help("help"),
            });
            None
        }
    }
}

/// A file to load down.
#[derive(Debug)]
struct Download(FileId);

impl Datum for Download {
    fn plain(&self) -> Plain<'_> {
        Plain::File(self.0)
    }

    /// A page is found by the name of its file, but no reader would narrow a search by it.
    fn words(&self, lookup: &dyn Lookup) -> String {
        lookup.file_name(self.0).to_owned()
    }

    fn file(&self) -> Option<FileId> {
        Some(self.0)
    }

    fn is_download(&self) -> bool {
        true
    }
}

//! `url`: a web address.

use super::link;
use crate::address::{Fault, WebUrl};
use crate::field::bounds::text_of;
use crate::field::declared::invalid;
use crate::field::{Field, FieldType, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("url", |_| Some(FieldType::new(Url)));

#[derive(Debug)]
struct Url;

impl Type for Url {
    fn name(&self) -> &'static str {
        "url"
    }

    fn help(&self) -> &'static str {
        "help-url"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        let text = bare(text_of(node, field, reader)?);
        match WebUrl::parse(text) {
            Ok(url) => Some(link::value(text.to_owned(), url.href())),
            Err(fault) => {
                let help = match fault {
                    Fault::Secret => "help-url-secret",
                    Fault::Sign(_) => "help-url-sign",
                    Fault::Host => "help-url-host",
                    _ => self.help(),
                };
                let problem = invalid(node.span, field).arg("type", self.name()).arg("about", fault.about());
                reader.report(problem.help(help));
                None
            }
        }
    }

    fn is_contact(&self, text: &str) -> bool {
        WebUrl::parse(bare(text)).is_ok()
    }
}

/// The address in what is written as in a text: `<https://…>`, `[слова](https://…)`.
fn bare(text: &str) -> &str {
    let inside = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let target = || text.strip_prefix('[')?.strip_suffix(')')?.split_once("](").map(|(_, target)| target);
    inside.or_else(target).unwrap_or(text)
}

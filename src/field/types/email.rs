//! `email`: a mail address.

use super::link;
use crate::address;
use crate::field::bounds::scalar;
use crate::field::{Field, FieldType, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("email", |_| Some(FieldType::new(Email)));

#[derive(Debug)]
struct Email;

impl Type for Email {
    fn name(&self) -> &'static str {
        "email"
    }

    fn help(&self) -> &'static str {
        "help-email"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| address::mail(text).map(link::contact))
    }

    fn is_contact(&self, text: &str) -> bool {
        address::mail(text).is_some()
    }
}

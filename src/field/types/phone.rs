//! `phone`: a telephone number.

use super::link;
use crate::address;
use crate::field::bounds::scalar;
use crate::field::{Field, FieldType, Reader, Type, TypeEntry, Value};
use crate::yaml::Node;

pub(super) const ENTRY: TypeEntry = ("phone", |_| Some(FieldType::new(Phone)));

#[derive(Debug)]
struct Phone;

impl Type for Phone {
    fn name(&self) -> &'static str {
        "phone"
    }

    fn help(&self) -> &'static str {
        "help-phone"
    }

    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value> {
        scalar(node, field, reader, |text| address::phone(text).map(link::contact))
    }

    fn is_contact(&self, text: &str) -> bool {
        address::phone(text).is_some()
    }
}

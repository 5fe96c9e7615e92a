//! What `url`, `email` and `phone` have in common: a value that leads somewhere.

use std::borrow::Cow;

use crate::address::Contact;
use crate::field::{Datum, Lookup, Order, Plain, Value};
use crate::text::key;

/// What is read, and where it leads: `https:`, `mailto:` or `tel:`.
#[derive(Debug)]
struct Link {
    text: String,
    href: String,
}

/// A link as a value.
pub(super) fn value(text: String, href: String) -> Value {
    Value::new(Link { text, href })
}

/// A contact as a value.
pub(super) fn contact(Contact { text, href }: Contact) -> Value {
    value(text, href)
}

impl Datum for Link {
    fn plain(&self) -> Plain<'_> {
        Plain::Map(vec![("text", Plain::Text(Cow::Borrowed(&self.text))), ("href", Plain::Href(&self.href))])
    }

    fn order(&self) -> Option<Order> {
        Some(Order::Text(key(&self.text)))
    }

    fn is(&self, wanted: &str, _lookup: &dyn Lookup) -> bool {
        self.text == wanted || self.href == wanted
    }

    fn label(&self, _lookup: &dyn Lookup) -> String {
        self.text.clone()
    }
}

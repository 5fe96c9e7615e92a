//! Groups of pages that point to one, for templates.

use tera::Value;

use super::desk::Desk;
use super::map::map;
use crate::ask::Group;
use crate::field::field_at;

impl Desk {
    /// A group with the words over it.
    pub(super) fn group(&self, Group { kind, field, pages }: &Group) -> Value {
        let (kind, field) = (self.site.schema.kind(*kind), field.as_deref());
        let label = match field {
            Some(path) => {
                let declared = field_at(&kind.fields, path).and_then(|field| field.reverse.clone());
                declared.unwrap_or_else(|| kind.title.clone())
            }
            None => self.word("render-mentions", &[]),
        };
        map([
            ("label", label.into()),
            ("field", field.map(str::to_owned).into()),
            ("kind", field.map(|_| kind.id.clone()).into()),
            ("pages", self.cards(pages)),
        ])
    }
}

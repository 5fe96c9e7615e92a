//! The function `reverse`: what points to a page, grouped by what kind of page points and how.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Kwargs, TeraResult, Value};

use super::args;
use super::desk::Desk;
use super::map::map;
use crate::field::field_at;
use crate::model::PageId;
use crate::schema::KindIndex;

/// Links in texts come after all fields of all kinds.
type Group = (bool, KindIndex, usize, Option<String>);

impl Desk {
    /// Groups of cards that point to a page.
    pub(super) fn reverse(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        args::only(self, kwargs, &["id"])?;
        let target = self.named(kwargs)?;
        let mut groups = BTreeMap::<Group, BTreeSet<(usize, PageId)>>::new();
        let mut told = BTreeSet::new();
        for link in self.site.backlinks.get(target.0).into_iter().flatten() {
            let from = self.site.page(link.from);
            if from.is_published() && link.from != target {
                let field = link.field.as_deref();
                told.extend(field.map(|_| link.from));
                let group = self.group(from.kind, field);
                groups.entry(group).or_default().insert((self.place(link.from), link.from));
            }
        }
        let shown = groups.into_iter().filter_map(|((mention, kind, _, field), pages)| {
            // A page that a field points from need not be told again for a link in its text.
            let pages: Vec<PageId> =
                pages.into_iter().map(|(_, id)| id).filter(|id| !mention || !told.contains(id)).collect();
            (!pages.is_empty()).then(|| self.group_value(kind, field.as_deref(), &pages))
        });
        Ok(shown.collect::<Vec<_>>().into())
    }

    fn group(&self, kind: KindIndex, field: Option<&str>) -> Group {
        let declared = self.site.schema.kind(kind).fields.iter();
        let name = field.map(|path| path.split('.').next().unwrap_or(path));
        let at = name.and_then(|name| declared.map(|field| &field.name).position(|known| known == name));
        // Links in texts form one group whatever the kind.
        let kind = if field.is_some() { kind } else { KindIndex(0) };
        (field.is_none(), kind, at.unwrap_or(0), field.map(str::to_owned))
    }

    fn group_value(&self, index: KindIndex, field: Option<&str>, pages: &[PageId]) -> Value {
        let kind = self.site.schema.kind(index);
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

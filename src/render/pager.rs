//! Pages of a long list: the row of numbers under each.

use tera::Value;

use super::context::Context;
use super::map::map;
use crate::model::Owner;
use crate::model::routes::Leaf;

/// The pager for templates.
pub(super) fn value(context: &Context, owner: &dyn Fn(usize) -> Owner, leaf: Leaf) -> Value {
    let link = |number: usize| -> Value {
        context.site.routes.of(owner(number)).map(|address| context.href(address)).into()
    };
    let when = |there: bool, number: usize| if there { link(number) } else { Value::none() };
    let mut before = 0;
    let numbers = shown(leaf).into_iter().map(|number| {
        let gap = number != before + 1;
        before = number;
        map([
            ("number", number.into()),
            ("url", link(number)),
            ("current", (number == leaf.number).into()),
            ("gap_before", gap.into()),
        ])
    });
    let numbers: Vec<Value> = numbers.collect();
    map([
        ("number", leaf.number.into()),
        ("count", leaf.count.into()),
        ("prev", when(leaf.number > 1, leaf.number.saturating_sub(1))),
        ("next", when(leaf.number < leaf.count, leaf.number + 1)),
        ("first", link(1)),
        ("last", link(leaf.count)),
        ("numbers", numbers.into()),
    ])
}

/// The numbers worth showing: the first, the last, and those around the current one.
fn shown(leaf: Leaf) -> Vec<usize> {
    let near = leaf.number.saturating_sub(2).max(2)..=(leaf.number + 2).min(leaf.count.saturating_sub(1));
    let last = Some(leaf.count).filter(|count| *count > 1);
    std::iter::once(1).chain(near).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_row_of_numbers_is_shortened() {
        let row = |number| shown(Leaf { number, count: 40, from: 0, to: 0 });
        assert_eq!(row(1), [1, 2, 3, 40]);
        assert_eq!(row(20), [1, 18, 19, 20, 21, 22, 40]);
        assert_eq!(row(40), [1, 38, 39, 40]);
        let short = |count| shown(Leaf { number: 1, count, from: 0, to: 0 });
        assert_eq!((short(1), short(2)), (vec![1], vec![1, 2]));
    }
}

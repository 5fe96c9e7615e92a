//! Pages of a long list: their addresses, and the row of numbers under each.

use tera::Value;

use super::desk::Desk;
use super::values::map;

/// One page of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Leaf {
    /// Its number from 1.
    pub(super) number: usize,
    /// How many pages the list has.
    pub(super) count: usize,
    /// The first item on it.
    pub(super) from: usize,
    /// One past the last.
    pub(super) to: usize,
}

/// Cuts a list into pages. An empty list has one page; `per_page` 0 keeps everything on it.
pub(super) fn leaves(total: usize, per_page: usize) -> impl Iterator<Item = Leaf> {
    let size = if per_page == 0 { total.max(1) } else { per_page };
    let count = total.div_ceil(size).max(1);
    (1..=count).map(move |number| Leaf {
        number,
        count,
        from: (number - 1) * size,
        to: (number * size).min(total),
    })
}

/// `/events/` for the first page, `/events/page/2/` for the second.
pub(super) fn address(list: &str, number: usize) -> String {
    if number == 1 { list.to_owned() } else { format!("{}/page/{number}/", list.trim_end_matches('/')) }
}

/// The pager for templates.
pub(super) fn value(desk: &Desk, list: &str, leaf: Leaf) -> Value {
    let link = |number: usize| Value::from(desk.href(&address(list, number)));
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
    fn lists_are_cut_into_pages() {
        let cut = |total, size| leaves(total, size).map(|leaf| (leaf.from, leaf.to)).collect::<Vec<_>>();
        assert_eq!(cut(45, 20), [(0, 20), (20, 40), (40, 45)]);
        assert_eq!((cut(0, 20), cut(7, 0)), (vec![(0, 0)], vec![(0, 7)]));
        assert_eq!(
            (address("/events/", 1), address("/events/", 2)),
            ("/events/".into(), "/events/page/2/".into())
        );
    }

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

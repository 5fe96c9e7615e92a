//! Long lists page by page.

/// Cards on one page of a term: the common terms are borne by thousands of pages.
pub(crate) const PER_TERM_PAGE: usize = 60;

/// One page of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Leaf {
    /// Its number from 1.
    pub(crate) number: usize,
    /// How many pages the list has.
    pub(crate) count: usize,
    /// The first item on it.
    pub(crate) from: usize,
    /// One past the last.
    pub(crate) to: usize,
}

/// Cuts a list into pages. An empty list has one page; `per_page` 0 keeps everything on it.
pub(crate) fn leaves(total: usize, per_page: usize) -> impl Iterator<Item = Leaf> {
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
}

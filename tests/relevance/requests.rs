//! What is asked of every door: the questions, and each in parts.

use kabinet_search::{Request, Sort};

/// A question as it is asked, cut short, by date, narrowed, taken literally from the second page on.
pub(crate) fn variants(question: &str) -> Vec<Request> {
    let whole = Request::new(question);
    let short: String = whole.text.chars().take(whole.text.chars().count() * 2 / 3).collect();
    let facet = ("kind".to_owned(), "event".to_owned());
    vec![
        Request::new(short),
        Request { sort: Sort::Date, limit: 3, ..whole.clone() },
        Request { facets: vec![facet], ..whole.clone() },
        Request { literal: true, offset: 2, limit: 40, ..whole.clone() },
        whole,
    ]
}

//! What is asked of every door: the questions, and each in parts.

use kabinet_search::{Request, Sort};

/// The reader's day, on which the portal is built: 21 November 2026, in days since 1970-01-01.
const TODAY: i32 = 20_778;

/// A question on the reader's day.
pub(crate) fn asked(question: &str) -> Request {
    Request { today: Some(TODAY), ..Request::new(question) }
}

/// A question as it is asked, cut short, by date, narrowed, taken literally from the second page on.
pub(crate) fn variants(question: &str) -> Vec<Request> {
    let whole = asked(question);
    let short: String = whole.text.chars().take(whole.text.chars().count() * 2 / 3).collect();
    let facet = ("kind".to_owned(), "event".to_owned());
    vec![
        Request { text: short, ..whole.clone() },
        Request { sort: Sort::Date, limit: 3, ..whole.clone() },
        Request { facets: vec![facet], ..whole.clone() },
        Request { literal: true, offset: 2, limit: 40, ..whole.clone() },
        whole,
    ]
}

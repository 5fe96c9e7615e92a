//! Days as people type them: `4.12`, `сегодня`, `на этой неделе`, `в декабре`, relative to the reader's today.
//!
//! An expression is some successive words of a query. It leads to what happens on its days, and to texts that name
//! them. A day without a year is the one nearest to today; a day of the week, a weekend, a season are the next.

mod find;
mod reader;
mod span;

pub(super) use find::find;
pub(super) use span::Days;

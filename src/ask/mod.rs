//! Questions of pages to the site, and their answers: the one door through which a page knows of others.
//!
//! A [`Question`] is a value that can be compared and kept, an [`Answer`] names pages and terms by their ids. So a
//! later build can ask again what a page asked, and draw it anew only where the answer is another. Must not know:
//! templates and what they are shown.

mod answer;
mod answers;
mod lists;
mod mentions;
mod query;
mod question;
mod related;
mod reverse;
mod succession;
mod view;

pub(crate) use answer::{Answer, Group};
pub(crate) use answers::Answers;
pub(crate) use lists::Lists;
pub(crate) use query::{Query, Wanted};
pub(crate) use question::Question;
pub(crate) use view::View;

//! What stands beside the text: comments, heads and feet of pages.

use roxmltree::Document;

use super::word::{all_text, is};
use crate::model::{LeftOut, Reason};

/// The comments.
pub(super) fn comments(tree: Option<&Document<'_>>) -> Vec<LeftOut> {
    let nodes = tree.into_iter().flat_map(|tree| tree.root_element().children());
    let comments = nodes.filter(|node| is(*node, "comment")).map(all_text);
    comments.filter(|text| !text.is_empty()).map(|text| LeftOut { reason: Reason::Comment, text }).collect()
}

/// The head or foot of pages; one of nothing but a number is the number of the page.
pub(super) fn margin(tree: Option<&Document<'_>>) -> Option<LeftOut> {
    let text = all_text(tree?.root_element());
    let told = text.chars().any(char::is_alphabetic);
    told.then_some(LeftOut { reason: Reason::Margin, text })
}

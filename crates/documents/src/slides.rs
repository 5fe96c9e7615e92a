//! What slides have in common, whatever program made them.

use crate::model::{Block, Document, LeftOut, Paragraph, Piece, Reason};

/// What stands for a hidden slide without a word: there is something that nobody is to see.
const WORDLESS: &str = "□";

/// The title of a slide: of several lines it is one heading.
pub(crate) fn title(paragraphs: impl Iterator<Item = Paragraph>) -> Option<Block> {
    let mut title = Paragraph { heading: Some(1), ..Paragraph::default() };
    for paragraph in paragraphs.filter(|one| !one.is_empty()) {
        if !title.pieces.is_empty() {
            title.pieces.push(Piece::Break);
        }
        title.pieces.extend(paragraph.pieces);
    }
    (!title.is_empty()).then_some(Block::Paragraph(title))
}

/// Adds a slide by its number, those that are hidden counted. Its title comes first wherever it lies, since it stands
/// above the rest; one without a title begins with a heading that says nothing but its number, or what is on it would be
/// taken for a part of the slide before it.
pub(crate) fn add(document: &mut Document, number: usize, blocks: Vec<Block>, left_out: Vec<LeftOut>) {
    document.left_out.extend(left_out);
    let is_title = |block: &Block| matches!(block, Block::Paragraph(one) if one.heading.is_some());
    let (titles, rest): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_title);
    let says_something = !titles.is_empty() || !rest.is_empty();
    if says_something && !document.blocks.is_empty() {
        document.blocks.push(Block::PageBreak);
    }
    if titles.is_empty() && says_something {
        let heading =
            Paragraph { heading: Some(1), pieces: vec![Piece::Leaf(number)], ..Paragraph::default() };
        document.blocks.push(Block::Paragraph(heading));
    }
    document.blocks.extend(titles);
    document.blocks.extend(rest);
}

/// Lists a slide that is hidden.
pub(crate) fn hide(document: &mut Document, blocks: Vec<Block>) {
    let text = Document { blocks, ..Document::default() }.plain();
    let text = if text.trim().is_empty() { WORDLESS.to_owned() } else { text };
    document.left_out.push(LeftOut { reason: Reason::Hidden, text });
}

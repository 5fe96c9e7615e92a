//! The text of a page as a file of Word, for somebody who goes on writing it.

use kabinet_documents::{Block, Paragraph, Piece};

/// The sign of the way back from a note: on paper it leads nowhere.
const BACK: char = '↩';

/// Characters among which a text has its title, when it has one: before it stands who agreed and who approved.
const BEGIN: usize = 2_000;

/// Makes the file of the HTML of a text, under its title where the text does not begin with it; nothing where the text is
/// past the limits of documents.
pub(crate) fn word(title: &str, html: &str) -> Option<Vec<u8>> {
    let mut document = kabinet_documents::html(html).ok()?;
    document.rewrite(&|text| text.replace(BACK, ""));
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let begin: String = document.plain().chars().take(BEGIN).collect();
    if !folded(&begin).contains(&folded(title)) {
        let pieces = vec![Piece::Text(title.to_owned())];
        document
            .blocks
            .insert(0, Block::Paragraph(Paragraph { heading: Some(1), pieces, ..Paragraph::default() }));
    }
    kabinet_documents::word(&document).ok()
}

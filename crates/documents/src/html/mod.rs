//! Web pages: those that Word saves, and those of old sites.
//!
//! The tokenizer is that of browsers; no tree is built, since a document of this model needs none: blocks begin and end
//! at tags, and what is not closed ends with what holds it. So the work is proportional to the text, however it is
//! nested.

mod builder;
mod lists;
mod sink;
mod skipped;
mod table;
mod tag;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer};

use sink::Sink;

use crate::model::Document;
use crate::refusal::Refusal;

/// So much of a text tells whether it is a web page.
const HEAD: usize = 2_000;

/// Whether a text is a web page.
#[must_use]
pub fn is_html(text: &str) -> bool {
    let end = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
    let head = text[..end].trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.contains("<body>")
        || head.contains("<body ")
}

/// Reads a web page.
///
/// # Errors
/// When it is past a limit.
pub fn html(text: &str) -> Result<Document, Refusal> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text.trim_start_matches('\u{feff}')));
    let tokenizer = Tokenizer::new(Sink::default(), Default::default());
    // Scripts are not run: what stands behind one is read on.
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.finish()
}

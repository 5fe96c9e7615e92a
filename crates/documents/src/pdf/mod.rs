//! PDF: what is drawn, put into the order in which it is read.
//!
//! A PDF says where letters stand. Most programs of today also tell its structure (headings, paragraphs, lists, cells)
//! beside it; where they do, and tell all of it, the structure is followed. Elsewhere lines, columns, ruled tables and
//! paragraphs are seen by the places of letters, which is a guess: the words are those that are drawn, their order and
//! what is a paragraph may be wrong. So whoever takes a PDF in has to look at it.
//!
//! Drawing is done by `hayro-interpret`: fonts, encodings, forms, ciphers are its matter.

mod glyphs;
mod grid;
mod guard;
mod layout;
mod leaves;
mod lines;
mod links;
mod margins;
pub(crate) mod people;
mod strings;
mod tagged;
mod text;
mod tree;

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Once};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use crate::limits;
use crate::model::{Document, Drawn, LeftOut, Reason};
use crate::refusal::Refusal;
use glyphs::{Collector, Page, TooMuch};
pub use text::Lexicon;
use text::Writer;

/// Reads a PDF.
///
/// # Errors
/// When it is damaged, protected by a password or a cipher, or past a limit.
pub fn pdf(bytes: &[u8], is_word: Lexicon<'_>) -> Result<Document, Refusal> {
    let safe = guard::safe(bytes)?;
    // The interpreter has no way to stop but this one; what it fails at is a fault of the file.
    match quietly(|| read(safe, is_word)) {
        Ok(read) => read,
        Err(thrown) if thrown.is::<TooMuch>() => Err(Refusal::Excessive("drawing")),
        Err(_) => Err(Refusal::damaged("PDF", "cannot be drawn")),
    }
}

thread_local! {
    /// Whether this thread is drawing a file of strangers.
    static DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Runs what may panic at a fault of a file. That is told as a refusal, in the reader's language, and not by the hook
/// for panics, which is there for faults of the program.
fn quietly<T>(run: impl FnOnce() -> T) -> std::thread::Result<T> {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !DRAWING.get() {
                before(info);
            }
        }));
    });
    let outer = DRAWING.replace(true);
    let ran = catch_unwind(AssertUnwindSafe(run));
    DRAWING.set(outer);
    ran
}

fn read(bytes: Vec<u8>, is_word: Lexicon<'_>) -> Result<Document, Refusal> {
    let file = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Restricted,
        LoadPdfError::Invalid => Refusal::damaged("PDF", "no pages"),
    })?;
    if file.pages().len() > limits::PAGES {
        return Err(Refusal::Excessive("pages"));
    }
    let mut pages = drawn(&file);
    let told = tree::read(&file).and_then(|root| tagged::blocks(&root, &pages, Writer::new(&pages, is_word)));
    let facts = facts(&pages, told.is_some());
    let mut document = match told {
        Some(told) => {
            let pictures = told.pictures.into_iter().map(|text| LeftOut { reason: Reason::Object, text });
            Document {
                blocks: told.blocks,
                left_out: pictures.collect(),
                drawn: Some(facts),
                ..Document::default()
            }
        }
        None => {
            let heads = margins::take(&mut pages, is_word);
            let blocks = layout::blocks(&pages, Writer::new(&pages, is_word));
            let heads = heads.into_iter().map(|text| LeftOut { reason: Reason::Margin, text });
            Document { blocks, left_out: heads.collect(), drawn: Some(facts), ..Document::default() }
        }
    };
    leaves::once(&mut document.blocks);
    Ok(document)
}

fn facts(pages: &[Page], structured: bool) -> Drawn {
    let silent = |page: &Page| page.pictured && page.glyphs.iter().all(glyphs::Glyph::is_blank);
    let numbered = pages.iter().enumerate();
    Drawn {
        pages: pages.len(),
        silent: numbered.filter(|(_, page)| silent(page)).map(|(number, _)| number + 1).collect(),
        unread: pages.iter().map(|page| page.unread).sum(),
        structured,
    }
}

/// Draws all pages.
fn drawn(file: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    // Fonts that a file does not hold are those of the interpreter; character maps of East Asia are not there.
    let settings =
        InterpreterSettings { cmap_resolver: Arc::new(|_| None), ..InterpreterSettings::default() };
    let mut left = limits::DRAWN;
    let mut pages = Vec::new();
    for page in file.pages().iter() {
        let place = Affine::new(page.initial_transform(true).as_coeffs());
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, width.into(), height.into());
        let mut collector = Collector::new(height.into(), links::of(page, place), left);
        let mut context = Context::new(place, area, &cache, file.xref(), settings.clone());
        interpret_page(page, &mut context, &mut collector);
        left = collector.left();
        pages.push(collector.page);
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_while_a_file_is_drawn_panics_are_silent() {
        let ran = quietly(|| {
            assert!(DRAWING.get());
            let inner = quietly(|| panic!("a fault of the file"));
            assert!(inner.is_err() && DRAWING.get());
            1
        });
        assert_eq!(ran.ok(), Some(1));
        assert!(!DRAWING.get());
    }
}

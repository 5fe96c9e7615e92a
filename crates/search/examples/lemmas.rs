//! Makes `data/lemmas.bin`, the filter of the words of the language, from the dictionary that the generator uses.
//!
//!     cargo run --release -p kabinet-search --example lemmas
//!
//! To be run when the version of rumorph changes; `tests/suite/language.rs` says when that was forgotten. The
//! dictionary's file is a header of 16 bytes and sections, each its length (64 bits) and its bytes, padded to eight;
//! the fifth is the alphabet, the eleventh a finite automaton of all forms, a byte a letter.

#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a tool of the developers, not the product"
)]

use anyhow::{Context, Result};
use fst::Streamer;
use kabinet_search::{lemma_filter, stems_by_rule};
use std::collections::BTreeSet;

/// Bits for each stem: one in five hundred of other words passes.
const BITS: usize = 14;
const HEADER: usize = 16;
const ALPHABET: usize = 4;
const FORMS: usize = 10;

fn main() -> Result<()> {
    let sections = sections(rumorph_dict_ru::DICTIONARY);
    let letters: Vec<char> =
        std::str::from_utf8(sections.get(ALPHABET).context("no alphabet")?)?.chars().collect();
    let forms = fst::Map::new(*sections.get(FORMS).context("no forms")?)?;
    let mut stems = BTreeSet::new();
    let mut stream = forms.stream();
    while let Some((key, _)) = stream.next() {
        let letter = |&byte: &u8| letters.get(usize::from(byte).wrapping_sub(1));
        let form: String = key.iter().filter_map(letter).collect();
        stems.extend(stems_by_rule(&form).into_iter().flat_map(|word| word.stems));
    }
    stems.retain(|stem| stem.chars().all(|c| matches!(c, 'а'..='я')));
    let filter = lemma_filter(&stems, BITS);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lemmas.bin");
    std::fs::write(file, &filter)?;
    eprintln!("{} forms, {} stems, {} bytes", forms.len(), stems.len(), filter.len());
    Ok(())
}

fn sections(file: &[u8]) -> Vec<&[u8]> {
    let (mut sections, mut at) = (Vec::new(), HEADER);
    while let Some(length) = file.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()) {
        let start = at + 8;
        let end = start + u64::from_le_bytes(length) as usize;
        let Some(section) = file.get(start..end) else { break };
        sections.push(section);
        at = end.next_multiple_of(8);
    }
    sections
}

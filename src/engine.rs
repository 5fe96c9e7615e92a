//! The search engine for browsers: what is published, and under which name.
//!
//! Pages name it, so that a browser asks for it beside the manifest instead of after it; the bundle carries it.

use sha2::{Digest, Sha256};

use crate::text::hex;

/// The WebAssembly module, packed, as `cargo xtask wasm` makes it of `crates/search-web`.
pub(crate) const ENGINE: &[u8] = include_bytes!("../crates/search-web/dist/engine.wasm.gz");

/// Its path below `search/`: named by its content, as all files of the bundle are.
pub(crate) fn path() -> String {
    format!("engine/{}.pack", hex(&Sha256::digest(ENGINE)[..10]))
}

//! The search engine for browsers: what is published, and under which name.
//!
//! Pages name it, so that a browser asks for it beside the manifest instead of after it; the bundle carries it.

use sha2::{Digest, Sha256};

/// The WebAssembly module, packed, as `cargo xtask wasm` makes it of `crates/search-web`.
pub(crate) const ENGINE: &[u8] = include_bytes!("../crates/search-web/dist/engine.wasm.gz");

/// Its path below `search/`: named by its content, as all files of the bundle are.
pub(crate) fn path() -> String {
    let hash: String = Sha256::digest(ENGINE).iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    format!("engine/{hash}.pack")
}

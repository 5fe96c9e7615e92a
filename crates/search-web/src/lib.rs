//! The search core for the browser: a WebAssembly module that imports nothing.
//!
//! The host (a worker, or Node in the tests) writes into a buffer and calls; the module never waits and never asks
//! the host for anything. Text is UTF-8, structures are JSON.
//!
//! | export | input | output |
//! |---|---|---|
//! | `reserve(len) -> pointer` | | makes the input buffer that long |
//! | `put(name_len) -> status` | the name of a file, relative to `search/`, then its unpacked bytes | empty |
//! | `open() -> status` | | `{"pages": …}` |
//! | `search() -> status` | a [`Request`](kabinet_search::Request) | an [`Outcome`](kabinet_search::Outcome) |
//! | `stems() -> status` | a text | `[{"form": …, "stems": […]}, …]` by rule, without a bundle |
//! | `output_ptr()`, `output_len()` | | where the output lies until the next call |
//!
//! Status 0 is done. Status 1 is a list of files: fetch them all, unpack them, `put` each, call again with the same
//! input. Status 2 is `{"kind": "format" | "damaged" | "unreadable", "text": …}`. A trap ends the instance: make a
//! new one.
//!
//! Any call may move the memory: look `memory.buffer` up anew after each.

#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "natively only the tests call it"))]
mod shell;

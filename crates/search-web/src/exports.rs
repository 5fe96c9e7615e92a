//! The exported functions: each finds the one shell of the instance and passes the call on.
//!
//! Nothing here is unsafe but the promise, in the attributes, that no other symbol has these names.
#![expect(unsafe_code, reason = "an exported name is an unsafe attribute")]

use crate::shell::Shell;
use std::cell::RefCell;

thread_local! {
    static SHELL: RefCell<Shell> = RefCell::default();
}

fn with<T>(call: impl FnOnce(&mut Shell) -> T) -> T {
    SHELL.with_borrow_mut(call)
}

/// Makes the input buffer that long and says where it lies.
#[unsafe(no_mangle)]
extern "C" fn reserve(len: usize) -> *const u8 {
    with(|shell| shell.reserve(len).as_ptr())
}

/// Takes a file from the input: its name of that length, then its bytes.
#[unsafe(no_mangle)]
extern "C" fn put(name_len: usize) -> u32 {
    with(|shell| shell.put(name_len)) as u32
}

/// Opens the bundle.
#[unsafe(no_mangle)]
extern "C" fn open() -> u32 {
    with(Shell::open) as u32
}

/// Answers the request in the input.
#[unsafe(no_mangle)]
extern "C" fn search() -> u32 {
    with(Shell::search) as u32
}

/// Stems the words of the text in the input.
#[unsafe(no_mangle)]
extern "C" fn stems() -> u32 {
    with(Shell::stems) as u32
}

/// Says where the output lies.
#[unsafe(no_mangle)]
extern "C" fn output_ptr() -> *const u8 {
    with(|shell| shell.output().as_ptr())
}

/// Says how long the output is.
#[unsafe(no_mangle)]
extern "C" fn output_len() -> usize {
    with(|shell| shell.output().len())
}

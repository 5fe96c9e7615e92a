//! Pictures: what is told of them by the beginning of their files, and new ones made of them.
//!
//! A picture comes from anybody. Its size is known and bounded before it is decoded, decoders of hostile bytes are
//! written in safe languages (libwebp, which is C, is given pixels only), and whatever is published was encoded here, so
//! that nothing of the notes of a camera can be in it.

mod colour;
mod decode;
mod encode;
mod facts;
mod fault;
mod head;
mod make;

mod notes;
mod pixels;
#[cfg(test)]
mod tests;

pub(super) use facts::facts;
pub(crate) use fault::Fault;
pub(super) use fault::{PICTURE_DAMAGED, PICTURE_TOO_LARGE};
pub(crate) use make::{SOURCE_LIMIT, is_made_by, make, weight};

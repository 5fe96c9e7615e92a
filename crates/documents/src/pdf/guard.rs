//! What a file would cost, before anybody unpacks it: a stream of a megabyte may say that it is a gigabyte.
//!
//! Every stream that could be unpacked is unpacked here once, into nothing, up to a limit. Pictures are large and not
//! asked for: they are made unreadable in the copy that the reader gets, so what calls itself one is never unpacked.

use flate2::{Decompress, FlushDecompress, Status};

use crate::Refusal;
use crate::limits;

/// Bytes of streams in packings that are not looked into here: each, and all of a file.
const UNSEEN: (usize, usize) = (256 << 10, 4 << 20);
/// How far the dictionary of a stream may begin before it.
const BEFORE: usize = 64 << 10;

/// A copy of a file that is safe to be read.
pub(super) fn safe(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    // What a cipher hides cannot be looked into, and its author wanted nobody to take the text out.
    if names(bytes, b"/Encrypt ") || names(bytes, b"/Encrypt\n") || names(bytes, b"/Encrypt<<") {
        return Err(Refusal::Restricted);
    }
    let mut copy = bytes.to_vec();
    let (mut unpacked, mut unseen) = (0, 0);
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let start = from + found;
        from = start + 6;
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let dictionary = dictionary(&bytes[..start]);
        let data = from + line_end(&bytes[from..]);
        if names(dictionary, b"/Image") {
            let head = &bytes[data..bytes.len().min(data + 64)];
            let length = find(head, b"endstream").unwrap_or(head.len());
            copy[data..data + length].fill(b' ');
            continue;
        }
        let flate =
            count(dictionary, b"/FlateDecode") + count(dictionary, b"/Fl ") + count(dictionary, b"/Fl]");
        let other = ["/LZW", "/ASCII85", "/ASCIIHex", "/RunLength"];
        let other = other.iter().any(|name| names(dictionary, name.as_bytes()));
        if flate > 1 {
            return Err(Refusal::Excessive("packings"));
        }
        if other {
            let length = find(&bytes[data..], b"endstream").unwrap_or(bytes.len() - data);
            unseen += length;
            if length > UNSEEN.0 || unseen > UNSEEN.1 {
                return Err(Refusal::Excessive("packings"));
            }
        } else {
            unpacked += inflated(&bytes[data..], limits::WHOLE - unpacked);
            if unpacked >= limits::WHOLE {
                return Err(Refusal::Excessive("size"));
            }
        }
    }
    Ok(copy)
}

/// What stands before a stream since its object began.
fn dictionary(before: &[u8]) -> &[u8] {
    let near = &before[before.len().saturating_sub(BEFORE)..];
    let start = near.windows(5).rposition(|window| window.starts_with(b" obj"));
    start.map_or(near, |start| &near[start..])
}

fn line_end(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

fn names(text: &[u8], name: &[u8]) -> bool {
    find(text, name).is_some()
}

fn count(text: &[u8], name: &[u8]) -> usize {
    text.windows(name.len()).filter(|window| *window == name).count()
}

/// Where a part stands in a text.
pub(super) fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text[from..].iter().position(|byte| *byte == part[0]) {
        let start = from + found;
        if text[start..].starts_with(part) {
            return Some(start);
        }
        from = start + 1;
    }
    None
}

/// How many bytes come out of packed ones, at most so many.
fn inflated(packed: &[u8], most: u64) -> u64 {
    let mut machine = Decompress::new(true);
    let mut out = vec![0; 64 << 10];
    while machine.total_out() < most {
        let (read, written) = (machine.total_in(), machine.total_out());
        let Ok(place) = usize::try_from(read) else { break };
        match machine.decompress(&packed[place..], &mut out, FlushDecompress::None) {
            Ok(Status::Ok | Status::BufError)
                if machine.total_in() + machine.total_out() > read + written => {}
            _ => break,
        }
    }
    machine.total_out()
}

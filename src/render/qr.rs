//! The function `qr`: an address as a drawing that telephones read, for paper.

use fast_qr::{ECL, Module, QRBuilder, QRCode};
use tera::{Error, Kwargs, TeraResult, Value};

use super::args;
use super::context::Context;
use crate::markup::escaped;

/// Empty modules around the code, without which cameras do not find it.
const QUIET: usize = 4;

/// How large it is drawn where nothing is said, in pixels of style sheets: three and a half centimetres on paper.
const SIZE: usize = 132;

/// `qr(text=permalink, label="QR-код", size=80)`: a drawing to stand in the text, black on white whatever the theme.
pub(super) fn qr(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["text", "label", "size"])?;
    let (text, label) = (kwargs.must_get::<&str>("text")?, kwargs.get::<&str>("label")?.unwrap_or_default());
    let size = kwargs.get::<usize>("size")?.unwrap_or(SIZE);
    // Medium correction: a sheet in a corridor is smudged, and small codes are read from farther.
    let code = QRBuilder::new(text).ecl(ECL::M).build();
    let code = code.map_err(|_| Error::message(context.word("render-qr-long", &[])))?;
    Ok(Value::safe_string(&drawn(&code, label, size)))
}

/// A line of strokes for each row: a third of what a square for each module would need.
fn drawn(code: &QRCode, label: &str, size: usize) -> String {
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        path.push_str(&strokes(&code[y], y + QUIET));
    }
    let label = escaped(label);
    format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}

/// The dark runs of a row.
fn strokes(row: &[Module], y: usize) -> String {
    let (mut path, mut at, mut pen) = (String::new(), 0, 0);
    for run in row.chunk_by(|a, b| a.value() == b.value()) {
        if run[0].value() == Module::DARK {
            let to = match path.is_empty() {
                true => format!("M{} {y}.5", at + QUIET),
                false => format!("m{} 0", at - pen),
            };
            path.push_str(&format!("{to}h{}", run.len()));
            pen = at + run.len();
        }
        at += run.len();
    }
    path
}

//! Numbers as people write them: without an idle fraction, and from five digits on with their thousands apart.

use tera::{Kwargs, TeraResult, Value};

use super::args;
use super::context::Context;
use crate::i18n::Lang;

/// Whole numbers from here on have their thousands apart.
const APART: usize = 5;

/// `number(value=12345.5)`: «12 345,5».
pub(super) fn number(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["value"])?;
    Ok(written(kwargs.must_get::<f64>("value")?, context.kit.lang).into())
}

/// A number in the manner of a language.
pub(super) fn written(number: f64, lang: Lang) -> String {
    let (point, between) = if lang == Lang::Ru { (',', '\u{a0}') } else { ('.', ',') };
    // A little below zero is zero.
    let plain = if number == 0.0 { "0".to_owned() } else { number.to_string() };
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(a, b)| (a, Some(b)));
    let mut written = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len() >= APART && (whole.len() - at).is_multiple_of(3) {
            written.push(between);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(point);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        let written = |number| written(number, Lang::Ru);
        assert_eq!([0.0, -0.0, 7.0, 1234.0].map(written), ["0", "0", "7", "1234"]);
        assert_eq!([12_345.5, 1_000_000.0].map(written), ["12\u{a0}345,5", "1\u{a0}000\u{a0}000"]);
        assert_eq!([-0.25, 100.0].map(written), ["−0,25", "100"]);
        assert_eq!(super::written(12_345.5, Lang::En), "12,345.5");
    }
}

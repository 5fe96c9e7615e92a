//! The function `chart`: numbers as bars, one below the other, drawn when the site is built.
//!
//! plotters scales them, chooses the marks of the scale and puts everything in its place; what comes of it is written by a
//! backend of our own (`svg`), since colours, dark mode and paper are a matter of style sheets.

mod bars;
mod svg;

use tera::value::Key;
use tera::{Kwargs, TeraResult, Value};

use self::bars::Chart;
use super::args;
use super::context::Context;

/// `chart(rows=f.values, label="year", value="value", title=page.title, text=…, aim=300, aim_text=…)`: a drawing to stand
/// in the text; nothing where there is nothing to be drawn.
pub(super) fn chart(context: &Context, kwargs: &Kwargs) -> TeraResult<Value> {
    args::only(context, kwargs, &["rows", "label", "value", "title", "text", "aim", "aim_text"])?;
    let rows = kwargs.must_get::<Value>("rows")?;
    let (label, value) = (kwargs.must_get::<&str>("label")?, kwargs.must_get::<&str>("value")?);
    let row = |row: &Value| {
        let row = row.as_map()?;
        Some((name(row.get(&Key::Str(label))?), row.get(&Key::Str(value))?.as_f64()?))
    };
    let aim_text = kwargs.get::<&str>("aim_text")?.unwrap_or_default();
    let chart = Chart {
        rows: rows.as_array().unwrap_or_default().iter().filter_map(row).collect(),
        title: kwargs.must_get::<&str>("title")?,
        told: kwargs.get::<&str>("text")?.unwrap_or_default(),
        aim: kwargs.get::<f64>("aim")?.map(|aim| (aim, aim_text)),
        lang: context.kit.lang,
    };
    Ok(Value::safe_string(&chart.drawn().unwrap_or_default()))
}

/// What a row is called: a value by its words, anything else as it is.
fn name(value: &Value) -> String {
    let words = ["text", "label", "title"].iter().find_map(|name| value.as_map()?.get(&Key::Str(name)));
    words.unwrap_or(value).to_string()
}

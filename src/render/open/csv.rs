//! A table as CSV, as Excel with Russian settings opens it: UTF-8 with its mark, semicolons, commas in fractions.
//!
//! A text that begins with a sign of a formula would be run as one by office programs; an apostrophe before it makes
//! it a text again, in all of them.

use serde_json::{Map, Value as Json};

use super::table::{Column, Table};

/// With these a formula begins, in some program.
const FORMULAS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// The file.
pub(super) fn written(table: &Table) -> String {
    let mut out = String::from('\u{feff}');
    let mut heads = Vec::new();
    table.columns.iter().for_each(|column| head(column, "", &mut heads));
    line(&mut out, heads);
    for row in &table.rows {
        let mut cells = Vec::new();
        table.columns.iter().for_each(|column| cell(table, column, Some(row), &mut cells));
        line(&mut out, cells);
    }
    out
}

/// The head of a column; those of a group bear its name.
fn head(column: &Column, before: &str, heads: &mut Vec<String>) {
    let label = format!("{before}{}", column.label);
    if column.inner.is_empty() {
        heads.push(label);
    } else {
        column.inner.iter().for_each(|inner| head(inner, &format!("{label}: "), heads));
    }
}

fn cell(table: &Table, column: &Column, row: Option<&Map<String, Json>>, cells: &mut Vec<String>) {
    let value = row.and_then(|row| row.get(&column.name));
    if column.inner.is_empty() {
        cells.push(value.map(|value| told((table, &column.parts), value)).unwrap_or_default());
    } else {
        let inner = value.and_then(Json::as_object);
        column.inner.iter().for_each(|one| cell(table, one, inner, cells));
    }
}

/// A value in a cell. Numbers are left alone: `-5` is one.
fn told(of: (&Table, &[String]), value: &Json) -> String {
    let words = words(of, value);
    let mark = if !value.is_number() && words.starts_with(FORMULAS) { "'" } else { "" };
    format!("{mark}{words}")
}

/// A value as words; the parts of a group in the order of its kind.
fn words(of: (&Table, &[String]), value: &Json) -> String {
    let [yes, no] = &of.0.flags;
    match value {
        Json::Null => String::new(),
        Json::Bool(true) => yes.clone(),
        Json::Bool(false) => no.clone(),
        Json::Number(number) => number.to_string().trim_end_matches(".0").replace('.', ","),
        Json::String(text) => spaced(text),
        Json::Array(items) => joined(of, items.iter(), "; "),
        Json::Object(parts) => match parts.get("title") {
            Some(title) => words(of, title),
            None => {
                let known = of.1.iter().filter_map(|name| parts.get(name));
                let others = parts.iter().filter(|(name, _)| !of.1.contains(name)).map(|(_, part)| part);
                joined(of, known.chain(others), ", ")
            }
        },
    }
}

/// A moment as office programs read it; any other text as it is.
fn spaced(text: &str) -> String {
    let is_moment = text.len() == 16
        && text.bytes().zip(*b"0000-00-00T00:00").all(|(sign, like)| match like {
            b'0' => sign.is_ascii_digit(),
            like => sign == like,
        });
    if is_moment { text.replace('T', " ") } else { text.to_owned() }
}

fn joined<'v>(of: (&Table, &[String]), values: impl Iterator<Item = &'v Json>, between: &str) -> String {
    values.map(|value| words(of, value)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

fn line(out: &mut String, cells: Vec<String>) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(';');
        }
        if cell.contains([';', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

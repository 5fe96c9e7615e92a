//! Formulas: `$x^2$` and `$$\frac{a}{b}$$` in LaTeX become MathML, which every browser draws and screen readers read.
//!
//! The library makes the tree; what of it is published goes through an allow-list here, so nothing of a formula can act,
//! load or style. A formula that cannot be read stays as it was written, and is told.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};
use roxmltree::{Document, Node, ParsingOptions};

use super::escape;
use super::tag::tags;

/// A longer formula is none that people write; the library's cost grows with its nesting.
const LONGEST: usize = 2_000;
/// How many braces may be open.
const DEEPEST: usize = 40;
/// Commands that make commands: a short formula could grow without end.
const REFUSED: [&str; 7] =
    ["\\def", "\\gdef", "\\edef", "\\let", "\\futurelet", "\\newcommand", "\\renewcommand"];

/// Elements of MathML that draw and do nothing else.
const ELEMENTS: [&str; 24] = [
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "mspace",
    "msub",
    "msup",
    "msubsup",
    "mfrac",
    "msqrt",
    "mroot",
    "mover",
    "munder",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
    "mphantom",
];
/// Their attributes, without those of style: the policy of pages allows none.
const ATTRIBUTES: [&str; 23] = [
    "display",
    "displaystyle",
    "scriptlevel",
    "mathvariant",
    "stretchy",
    "symmetric",
    "fence",
    "separator",
    "form",
    "largeop",
    "movablelimits",
    "accent",
    "accentunder",
    "lspace",
    "rspace",
    "minsize",
    "maxsize",
    "width",
    "height",
    "depth",
    "linethickness",
    "columnspan",
    "rowspan",
];

/// The MathML of a formula; nothing where it cannot be read.
pub(super) fn mathml(tex: &str, display: bool) -> Option<String> {
    if tex.len() > LONGEST || depth(tex) > DEEPEST || REFUSED.iter().any(|command| tex.contains(command)) {
        return None;
    }
    let storage = Storage::new();
    let events: Vec<_> = Parser::new(tex, &storage).collect::<Result<_, _>>().ok()?;
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let mut made = String::new();
    let events = events.into_iter().map(Ok::<_, std::convert::Infallible>);
    push_mathml(&mut made, events, RenderConfig { display_mode, ..RenderConfig::default() }).ok()?;
    // The one entity of HTML that it writes; what people wrote is escaped.
    let made = made.replace("&nbsp;", "\u{a0}");
    let options = ParsingOptions { nodes_limit: 20_000, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(&made, options).ok()?;
    let mut out = String::with_capacity(made.len());
    write(&mut out, tree.root_element(), display)?;
    Some(out)
}

/// The signs of a formula, as search and screens without MathML have them.
pub(super) fn words(tex: &str) -> String {
    let Some(mathml) = mathml(tex, false) else { return tex.to_owned() };
    let mut at = 0;
    let mut out = String::new();
    for tag in tags(&mathml) {
        out.push_str(&mathml[at..tag.range.start]);
        at = tag.range.end;
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Whether what stands between two signs is a formula and no price: it has signs that only formulas have, or is a name
/// of a few letters, and no figure follows.
pub(super) fn is_formula(text: &str, range: &Range<usize>, inside: &str) -> bool {
    let signs = inside.contains(['\\', '^', '_', '=', '+', '<', '>', '{', '/']);
    let letters = inside.chars().count() < 4 && inside.chars().all(|c| c.is_ascii_alphabetic());
    let figure = text[range.end..].starts_with(|c: char| c.is_ascii_digit());
    let russian = inside.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')) && !inside.contains('\\');
    (signs || letters) && !figure && !russian
}

/// How deep braces stand in each other.
fn depth(tex: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in tex.bytes() {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => continue,
        }
        most = most.max(open);
    }
    most
}

/// Writes an element with what it may have; nothing where it is no element of ours.
fn write(out: &mut String, node: Node<'_, '_>, display: bool) -> Option<()> {
    let name = node.tag_name().name();
    if !ELEMENTS.contains(&name) {
        return None;
    }
    let _ = write!(out, "<{name}");
    if name == "math" && display {
        out.push_str(" display=\"block\"");
    }
    for attribute in node.attributes().filter(|one| ATTRIBUTES.contains(&one.name()) && name != "math") {
        let _ = write!(out, " {}=\"{}\"", attribute.name(), escape::escaped(attribute.value()));
    }
    out.push('>');
    for child in node.children() {
        match child.text().filter(|_| child.is_text()) {
            Some(text) => escape::text(out, text),
            None if child.is_element() => write(out, child, display)?,
            None => {}
        }
    }
    let _ = write!(out, "</{name}>");
    Some(())
}

/// Stand around the number of a formula while the HTML around it is made and cleaned. They are no characters, so that no
/// text of a person needs them; one that has them all the same shows another formula of its page.
const MARKS: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

/// The mark that stands for a formula.
pub(super) fn mark(number: usize) -> String {
    format!("{}{number}{}", MARKS[0], MARKS[1])
}

/// Puts formulas in the place of their marks: between tags only, never into an attribute.
pub(super) fn put_in(html: &str, formulas: &[String]) -> String {
    let mut out = String::with_capacity(html.len() + formulas.iter().map(String::len).sum::<usize>());
    let mut at = 0;
    for tag in tags(html) {
        put_in_text(&mut out, &html[at..tag.range.start], formulas);
        out.push_str(&html[tag.range.clone()]);
        at = tag.range.end;
    }
    put_in_text(&mut out, &html[at..], formulas);
    out
}

fn put_in_text(out: &mut String, mut text: &str, formulas: &[String]) {
    while let Some((before, rest)) = text.split_once(MARKS[0]) {
        out.push_str(before);
        let Some((number, after)) = rest.split_once(MARKS[1]) else { break };
        if let Some(formula) = number.parse::<usize>().ok().and_then(|number| formulas.get(number)) {
            out.push_str(formula);
        }
        text = after;
    }
    out.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml_without_style() {
        let made = mathml("\\frac{a}{b} + \\sqrt{x^2} \\le \\color{red}{y}", true).expect("a formula");
        assert!(made.starts_with("<math display=\"block\">") && made.contains("<mfrac>"), "{made}");
        assert!(!made.contains("style=\"") && !made.contains("color"), "{made}");
        assert_eq!(words("x^2"), "x2");
        for text in [
            "a_1",
            "\\sum_{i=1}^{n} i",
            "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
            "\\text{если } x > 0",
            "30^\\circ",
            "\\vec{a} \\cdot \\overline{AB}",
        ] {
            assert!(mathml(text, false).is_some(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_or_could_grow_is_none() {
        let deep = "{".repeat(200) + &"}".repeat(200);
        for text in
            ["\\frac{a", "\\net", "\\def\\a{bb}\\a", &"x".repeat(3_000), &deep, "\\href{javascript:x()}{y}"]
        {
            assert_eq!(mathml(text, false), None, "{text}");
        }
    }

    #[test]
    fn marks_are_replaced_in_text_alone() {
        let formulas = ["<math></math>".to_owned()];
        let html = format!("<p title=\"{0}\">{0}, {1}</p>", mark(0), mark(7));
        assert_eq!(put_in(&html, &formulas), format!("<p title=\"{}\"><math></math>, </p>", mark(0)));
    }

    #[test]
    fn prices_are_no_formulas() {
        let is = |text: &str| is_formula(text, &(0..text.len()), text.trim_matches('$'));
        assert!(is("$x$") && is("$x^2$") && is("$a + b$") && is("$\\text{да}$"));
        assert!(!is("$5$") && !is("$5, а потом$") && !is("$5 + налог$"));
        assert!(!is_formula("$5/$10", &(0..4), "5/"));
    }
}

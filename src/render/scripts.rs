//! Scripts as they are published: without the comments and the indentation that are for those who write them.
//!
//! Line by line, and only where a line says by itself what it is; a script that could hold text over several lines
//! stays as it is.

use std::borrow::Cow;

/// Takes whole-line comments, indentation and empty lines out of a script.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    let odd = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if text.lines().any(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let mut rest = line.trim();
        if inside || rest.starts_with("/*") {
            let from = if inside { 0 } else { 2 };
            let end = rest[from..].find("*/").map(|at| from + at + 2);
            inside = end.is_none();
            rest = end.map_or("", |end| rest[end..].trim_start());
        }
        if !rest.is_empty() && !rest.starts_with("//") {
            out.push_str(rest);
            out.push('\n');
        }
    }
    if !text.ends_with('\n') {
        out.pop();
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_go_and_code_stays() {
        let text = "// Charter.\nimport { a } from \"./a.js\";\n\n/**\n * Says.\n * @param {string} b\n */\nfunction c(b) {\n  // Why.\n  /** @type {X | undefined} */ let d;\n  return `${b} // no comment`; // kept\n}\n/* one */ /x\\/\\/y/.test(a);\n";
        let wanted = "import { a } from \"./a.js\";\nfunction c(b) {\nlet d;\nreturn `${b} // no comment`; // kept\n}\n/x\\/\\/y/.test(a);\n";
        assert_eq!(bare(text), wanted);
    }

    #[test]
    fn text_over_several_lines_is_left_alone() {
        let text = "const a = `one\n  // two\n`;\n// kept\n";
        assert_eq!(bare(text), text);
        let text = "const a = \"one \\\n  // two\";\n";
        assert_eq!(bare(text), text);
    }
}

//! Licence expressions of crates: `(MIT OR Apache-2.0) AND Unicode-3.0`, and the old `MIT/Apache-2.0`.

/// Tells whether an expression can be satisfied with allowed licences only.
///
/// An expression that cannot be read is not satisfied.
pub(crate) fn satisfied(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { tokens: &tokens, allowed };
    let answer = reader.any();
    answer.unwrap_or(false) && reader.tokens.is_empty()
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    allowed: &'a dyn Fn(&str) -> bool,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn take(&mut self, word: &str) -> bool {
        let here = self.tokens.first() == Some(&word);
        if here {
            self.tokens = &self.tokens[1..];
        }
        here
    }

    fn any(&mut self) -> Option<bool> {
        let mut answer = self.all()?;
        while self.take("OR") {
            answer |= self.all()?;
        }
        Some(answer)
    }

    fn all(&mut self) -> Option<bool> {
        let mut answer = self.one()?;
        while self.take("AND") {
            answer &= self.one()?;
        }
        Some(answer)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let inner = self.any();
            return self.take(")").then_some(inner?);
        }
        let name = self.next()?;
        if self.take("WITH") {
            let exception = self.next()?;
            return Some((self.allowed)(&format!("{name} WITH {exception}")));
        }
        Some((self.allowed)(name))
    }
}

#[cfg(test)]
mod tests {
    use super::satisfied;

    fn with_mit_and_unicode(expression: &str) -> bool {
        satisfied(expression, &|name| ["MIT", "Unicode-3.0"].contains(&name))
    }

    #[test]
    fn reads_expressions() {
        assert!(with_mit_and_unicode("MIT"));
        assert!(with_mit_and_unicode("MIT/Apache-2.0"));
        assert!(with_mit_and_unicode("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(with_mit_and_unicode("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"));
        assert!(!with_mit_and_unicode("GPL-3.0-only"));
        assert!(!with_mit_and_unicode("MIT AND BSD-3-Clause"));
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        assert!(!with_mit_and_unicode(""));
        assert!(!with_mit_and_unicode("(MIT"));
        assert!(!with_mit_and_unicode("MIT MIT"));
    }
}

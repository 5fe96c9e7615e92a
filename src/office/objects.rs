//! What stands in a line and is no letter: the ends of a link, the mark of a note, a picture.
//!
//! Each is one character of a range that no text uses, so that lines are cut, joined and judged like any others; in the
//! end each character becomes its Markdown.

/// The characters that stand for objects.
const FIRST: u32 = 0xf_0000;
const LAST: u32 = 0xf_fffd;

/// The objects of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Objects(Vec<Object>);

/// One of them.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Object {
    /// A link begins.
    Link,
    /// A link ends, with its address.
    LinkEnd(String),
    /// Anything else, as Markdown.
    Plain(String),
}

/// Whether a character stands for an object.
pub(crate) fn is_object(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
}

/// A text without objects, as a title or a field has it.
pub(crate) fn without(text: &str) -> String {
    text.chars().filter(|&c| !is_object(c)).collect()
}

impl Objects {
    /// The beginning of a link.
    pub(crate) fn link(&mut self) -> Option<char> {
        self.add(Object::Link)
    }

    /// Its end.
    pub(crate) fn link_end(&mut self, address: &str) -> Option<char> {
        self.add(Object::LinkEnd(address.to_owned()))
    }

    /// Anything that is written in one way wherever it stands.
    pub(crate) fn plain(&mut self, markdown: String) -> Option<char> {
        self.add(Object::Plain(markdown))
    }

    /// The character of a new object; `None` when there are more than characters.
    fn add(&mut self, object: Object) -> Option<char> {
        let code = FIRST + u32::try_from(self.0.len()).ok()?;
        let sign = char::from_u32(code).filter(|sign| is_object(*sign))?;
        self.0.push(object);
        Some(sign)
    }

    /// A text with its objects written out.
    pub(crate) fn written(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut in_link = false;
        for c in text.chars() {
            let object = is_object(c).then(|| self.0.get((u32::from(c) - FIRST) as usize));
            match object {
                Some(Some(Object::Link)) => {
                    in_link = true;
                    out.push('[');
                }
                Some(Some(Object::LinkEnd(address))) => {
                    in_link = false;
                    out.push_str(&format!("](<{address}>)"));
                }
                Some(Some(Object::Plain(markdown))) => out.push_str(markdown),
                Some(None) => {}
                // A bracket would end the link.
                None if c == ']' && in_link && !out.ends_with('\\') => out.push_str("\\]"),
                None => out.push(c),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_written_where_they_stand() {
        let mut objects = Objects::default();
        let (open, end) = (objects.link().unwrap(), objects.link_end("https://a.example/(1)").unwrap());
        let note = objects.plain("[^1]".to_owned()).unwrap();
        let text = format!("См. {open}сайт [1]{end}{note}.");
        assert_eq!(objects.written(&text), "См. [сайт [1\\]](<https://a.example/(1)>)[^1].");
        assert_eq!(without(&text), "См. сайт [1].");
    }
}

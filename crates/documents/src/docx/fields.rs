//! Fields: their results are printed, their codes are not. A field may go on over many paragraphs.

use crate::limits;
use crate::model::Mark;

/// The fields that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Clone, Debug, Default)]
struct Field {
    code: String,
    /// Its code has ended, its result has begun.
    shows: bool,
    links: bool,
}

impl Fields {
    /// A field begins. Past the limit of depth it is passed over, with its end.
    pub(super) fn begin(&mut self) {
        if self.0.len() < limits::DEPTH {
            self.0.push(Field::default());
        }
    }

    /// A piece of a code.
    pub(super) fn code(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.shows) {
            field.code.push_str(text);
        }
    }

    /// The result begins. Gives the address that it leads to, when it is a link.
    pub(super) fn separate(&mut self) -> Option<Mark> {
        let field = self.0.last_mut()?;
        field.shows = true;
        let link = link(&field.code).map(Mark::Link);
        field.links = link.is_some();
        link
    }

    /// The field ends. Whether a link ends with it.
    pub(super) fn end(&mut self) -> bool {
        self.0.pop().is_some_and(|field| field.links)
    }

    /// Whether what comes now is printed.
    pub(super) fn show(&self) -> bool {
        self.0.iter().all(|field| field.shows)
    }

    /// Whether what comes now belongs to a table of contents.
    pub(super) fn are_contents(&self) -> bool {
        self.0.iter().any(|field| field.shows && field.code.trim_start().to_uppercase().starts_with("TOC"))
    }
}

/// The address in `HYPERLINK "https://…"`.
pub(super) fn link(code: &str) -> Option<String> {
    let rest = code.trim_start().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!address.is_empty() && !address.starts_with('\\')).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_of_links_and_bookmarks_are_none() {
        assert_eq!(link(" HYPERLINK \"https://a.example/\" \\h").as_deref(), Some("https://a.example/"));
        assert_eq!(link("HYPERLINK \\l \"_Toc1\""), None);
        assert_eq!(link("PAGE"), None);
    }
}

//! Why a text is no address, and the message that says so.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::text::signs;

/// An address that somebody wrote cannot be one.
pub(crate) const ADDRESS_INVALID: RuleId = RuleId("address-invalid");

/// Why a text is no address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// There is nothing.
    Empty,
    /// It begins with a scheme that has no place here: `javascript:`, `ftp:`.
    Scheme,
    /// It begins with `//`: browsers take what follows for another host.
    OtherHost,
    /// It begins neither with `/` nor with a scheme.
    Unrooted,
    /// It is not whole: `https://` is missing.
    NotWhole,
    /// Its host is missing or is no host.
    Host,
    /// It holds a name or a password.
    Secret,
    /// It has a part behind `?`.
    Query,
    /// It has a part behind `#`.
    Fragment,
    /// Its `%XX` are no text, or hide a `/`.
    Encoding,
    /// It was encoded twice: `%2525`.
    EncodedTwice,
    /// A part of it begins with a dot: `..`, `.git`.
    Hidden,
    /// Two `/` in a row.
    Gap,
    /// A part begins or ends with a space, or ends with a dot.
    Edge,
    /// A part is a name that Windows keeps for a device: `con`, `lpt1.txt`.
    Device(String),
    /// A sign that has no place in it.
    Sign(char),
    /// It is longer than file systems take.
    Long,
    /// It ends like a file that is no page: `.pdf`, `.php`.
    NotAPage(String),
    /// A pattern of addresses that would be one address for all.
    NoId,
}

impl Fault {
    /// The attribute of the message that says how to mend it.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Self::Empty | Self::Unrooted => "help-rooted",
            Self::Scheme => "help-scheme",
            Self::OtherHost => "help-other-host",
            Self::NotWhole => "help-whole",
            Self::Host => "help-host",
            Self::Secret => "help-secret",
            Self::Query => "help-query",
            Self::Fragment => "help-fragment",
            Self::Encoding => "help-encoding",
            Self::EncodedTwice => "help-encoded-twice",
            Self::Hidden => "help-hidden",
            Self::Gap => "help-gap",
            Self::Edge => "help-edge",
            Self::Device(_) => "help-device",
            Self::Sign(_) => "help-sign",
            Self::Long => "help-long",
            Self::NotAPage(_) => "help-not-a-page",
            Self::NoId => "help-no-id",
        }
    }

    /// What the message names beside the address: the sign, the name, the ending.
    pub(crate) fn about(&self) -> String {
        match self {
            Self::Sign(sign) => signs::named(*sign),
            Self::Device(name) => name.clone(),
            Self::NotAPage(ending) => format!(".{ending}"),
            _ => String::new(),
        }
    }

    /// The message about an address at its place.
    pub(crate) fn at(&self, span: Span, written: &str) -> Diagnostic {
        let problem = Diagnostic::error(ADDRESS_INVALID).at(span).arg("address", signs::shown(written));
        problem.arg("about", self.about()).help(self.help())
    }
}

//! The namespaces of drawings.

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
pub(super) const XHTML: &str = "http://www.w3.org/1999/xhtml";
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

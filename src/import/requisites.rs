//! What a header block tells: who adopted and approved the document, by which act, when.

use std::ops::Range;

use jiff::civil::Date;

/// A value with the place it was read from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Read<T> {
    /// The value.
    pub(crate) value: T,
    /// Its line in the source.
    pub(crate) span: Range<usize>,
}

/// «Принято»: by which body, with which minutes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Adopted {
    /// «Педагогический совет».
    pub(crate) body: Option<Read<String>>,
    /// The number of the minutes.
    pub(crate) protocol: Option<Read<String>>,
    /// The date of the minutes.
    pub(crate) date: Option<Read<Date>>,
}

/// «Утверждаю»: who, by which act.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Approved {
    /// «Директор».
    pub(crate) post: Option<Read<String>>,
    /// The name as printed.
    pub(crate) person: Option<Read<String>>,
    /// «приказ».
    pub(crate) act: Option<Read<String>>,
    /// The number of the act.
    pub(crate) number: Option<Read<String>>,
    /// The number was left blank.
    pub(crate) number_blank: bool,
    /// The date of the act.
    pub(crate) date: Option<Read<Date>>,
}

/// «Приложение № 1 к приказу …».
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct AnnexTo {
    /// The number of the annex.
    pub(crate) annex: Option<Read<String>>,
    /// «приказ».
    pub(crate) act: Option<Read<String>>,
    /// The number of the act.
    pub(crate) number: Option<Read<String>>,
    /// The date of the act.
    pub(crate) date: Option<Read<Date>>,
}

/// All that a header tells.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Requisites {
    /// The title in sentence case.
    pub(crate) title: Option<Read<String>>,
    /// «положение».
    pub(crate) doc_type: Option<Read<String>>,
    /// An act's own number.
    pub(crate) number: Option<Read<String>>,
    /// An act's own date.
    pub(crate) date: Option<Read<Date>>,
    /// Who issued it.
    pub(crate) issuer: Option<Read<String>>,
    /// The mark of adoption.
    pub(crate) adopted: Option<Adopted>,
    /// The mark of approval.
    pub(crate) approved: Option<Approved>,
    /// The mark of an annex.
    pub(crate) annex_to: Option<AnnexTo>,
    /// «муниципальный» or «локальный», concluded from the title and the header.
    pub(crate) level: Option<Read<String>>,
}

impl Requisites {
    /// The document's own number; failing that, of the approving act.
    pub(crate) fn number(&self) -> Option<&Read<String>> {
        let annex = self.annex_to.as_ref().and_then(|annex| annex.number.as_ref());
        let approved = || self.approved.as_ref().and_then(|approved| approved.number.as_ref());
        self.number.as_ref().or(annex).or_else(approved)
    }

    /// The document's own date; failing that, of the approving act; failing that, of the adoption.
    pub(crate) fn date(&self) -> Option<&Read<Date>> {
        let annex = self.annex_to.as_ref().and_then(|annex| annex.date.as_ref());
        let approved = || self.approved.as_ref().and_then(|approved| approved.date.as_ref());
        let acts = self.date.as_ref().or(annex).or_else(approved);
        acts.or_else(|| self.adopted.as_ref().and_then(|adopted| adopted.date.as_ref()))
    }
}

//! The rules of this module; their words stand in `i18n/*/markup.ftl`.

use crate::diagnostic::RuleId;

/// A number is missing between two clauses, or the order is broken.
pub(crate) const CLAUSE_GAP: RuleId = RuleId("clause-gap");
/// A clause stands without the clause or section that its number names.
pub(crate) const CLAUSE_ORPHAN: RuleId = RuleId("clause-orphan");
/// Two clauses have the same number.
pub(crate) const CLAUSE_DUPLICATE: RuleId = RuleId("clause-duplicate");
/// Sections are numbered in Arabic and in Roman figures in one text.
pub(crate) const CLAUSE_MIXED_NUMBERING: RuleId = RuleId("clause-mixed-numbering");
/// The text refers to a clause of its own that it does not have.
pub(crate) const CLAUSE_REFERENCE: RuleId = RuleId("clause-reference-missing");
/// A letter or digit only looks like the right one.
pub(crate) const LOOKALIKE_CHARACTER: RuleId = RuleId("lookalike-character");
/// Words that their author hid would be seen by all readers.
pub(crate) const HTML_HIDDEN: RuleId = RuleId("html-hidden");
/// A piece of HTML is not published.
pub(crate) const HTML_REMOVED: RuleId = RuleId("html-removed");
/// A picture of another site is not shown.
pub(crate) const IMAGE_FOREIGN: RuleId = RuleId("image-foreign");

/// A mark of Markdown stands so that readers would see it.
pub(crate) const MARKUP_STRAY: RuleId = RuleId("markup-stray");

/// A link or a heading without words, an address that no link uses: readers see nothing of them.
pub(crate) const MARKUP_UNSEEN: RuleId = RuleId("markup-unseen");

/// Signs of multiplication were taken for emphasis, and readers do not see them.
pub(crate) const MARKUP_LOST: RuleId = RuleId("markup-lost");

/// A link without words of its own stands where its title does not fit the sentence.
pub(crate) const LINK_WITHOUT_WORDS: RuleId = RuleId("link-without-words");
/// A row of a table has more cells than its head, and readers do not see them.
pub(crate) const TABLE_CELLS_LOST: RuleId = RuleId("table-cells-lost");
/// Words right below a table became a row of it.
pub(crate) const TABLE_SWALLOWED: RuleId = RuleId("table-swallowed");
/// A paragraph with an indent became a block of code.
pub(crate) const PARAGRAPH_INDENTED: RuleId = RuleId("paragraph-indented");

/// A block of code that is never closed.
pub(crate) const CODE_UNCLOSED: RuleId = RuleId("code-unclosed");
/// A note for oneself that is never closed: nothing after it is shown.
pub(crate) const COMMENT_UNCLOSED: RuleId = RuleId("comment-unclosed");
/// A line of dashes under a sentence made it a heading.
pub(crate) const HEADING_UNDERLINED: RuleId = RuleId("heading-underlined");

/// A footnote whose text is written twice, has no words, or is referred to nowhere.
pub(crate) const FOOTNOTE_LOOSE: RuleId = RuleId("footnote-loose");

/// A formula that cannot be read.
pub(crate) const FORMULA_UNCLEAR: RuleId = RuleId("formula-unclear");

/// Things stand in each other deeper than any text of a person.
pub(crate) const NESTED_TOO_DEEP: RuleId = RuleId("nested-too-deep");
/// Tags that would cost more than their text: hundreds of attributes, formatting never closed.
pub(crate) const HTML_EXCESSIVE: RuleId = RuleId("html-excessive");
/// A text with more signs of markup than a page can be made of.
pub(crate) const MARKUP_EXCESSIVE: RuleId = RuleId("markup-excessive");

/// Short lines that readers would see as one.
pub(crate) const LINES_JOINED: RuleId = RuleId("lines-joined");
/// An item that was meant to stand inside the one above it stands beside it.
pub(crate) const LIST_FLAT: RuleId = RuleId("list-flat");

/// All rules of this module, for the test of translations.
#[cfg(test)]
pub(crate) const ALL: [RuleId; 26] = [
    LINES_JOINED,
    LIST_FLAT,
    CLAUSE_GAP,
    CLAUSE_ORPHAN,
    CLAUSE_DUPLICATE,
    CLAUSE_MIXED_NUMBERING,
    CLAUSE_REFERENCE,
    LOOKALIKE_CHARACTER,
    HTML_HIDDEN,
    HTML_REMOVED,
    IMAGE_FOREIGN,
    MARKUP_STRAY,
    MARKUP_LOST,
    MARKUP_UNSEEN,
    TABLE_SWALLOWED,
    LINK_WITHOUT_WORDS,
    TABLE_CELLS_LOST,
    PARAGRAPH_INDENTED,
    CODE_UNCLOSED,
    COMMENT_UNCLOSED,
    HEADING_UNDERLINED,
    FOOTNOTE_LOOSE,
    FORMULA_UNCLEAR,
    NESTED_TOO_DEEP,
    HTML_EXCESSIVE,
    MARKUP_EXCESSIVE,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::{FluentBundle, FluentResource};

    use super::ALL;

    const WORDS: [&str; 2] = [include_str!("../i18n/ru/markup.ftl"), include_str!("../i18n/en/markup.ftl")];

    /// The attributes of a rule's message.
    fn attributes(words: &str, rule: &str) -> BTreeSet<String> {
        let resource = FluentResource::try_new(words.to_owned()).unwrap();
        let mut bundle = FluentBundle::default();
        bundle.add_resource(resource).unwrap();
        let message = bundle.get_message(rule).unwrap();
        assert!(message.value().is_some(), "{rule}");
        message.attributes().map(|attribute| attribute.id().to_owned()).collect()
    }

    #[test]
    fn every_rule_has_the_same_words_in_both_languages() {
        for rule in ALL {
            let [russian, english] = WORDS.map(|words| attributes(words, rule.0));
            assert_eq!(russian, english, "{}", rule.0);
            assert!(["label", "help", "explain"].iter().all(|key| russian.contains(*key)), "{}", rule.0);
        }
    }
}

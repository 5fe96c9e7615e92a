//! The names of everything an import may say; the words stand in `i18n/<lang>/import.ftl`.

use crate::diagnostic::RuleId;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
        $($(#[$doc])* pub(crate) const $name: RuleId = RuleId($id);)*
        /// Every rule of the import, for the test of translations.
        #[cfg(test)]
        pub(crate) const ALL: &[RuleId] = &[$($name),*];
    };
}

rules! {
    /// A field's value was concluded, not read.
    FIELD_UNSURE = "import-field-unsure";
    /// A value of a kind's own field was concluded, not read.
    VALUE_UNSURE = "import-value-unsure";
    /// A number or a date was left blank in the source: `№ _____`.
    FIELD_BLANK = "import-field-blank";
    /// An order is named without its number.
    ACT_WITHOUT_NUMBER = "import-act-without-number";
    /// The letterhead belongs to another organisation than the title.
    LETTERHEAD = "import-letterhead";
    /// Two columns of the header stand in one line.
    TWO_COLUMNS = "import-two-columns";
    /// A line of the header that no field took.
    HEADER_UNREAD = "import-header-unread";
    /// No title was found.
    TITLE_MISSING = "import-title-missing";
    /// A value that the site's list does not have.
    VALUE_UNKNOWN = "import-value-unknown";
    /// The title was all in capitals and was put into small letters.
    TITLE_CAPITALS = "import-title-capitals";
    /// A year of two digits.
    YEAR_SHORT = "import-year-short";
    /// Numbers are missing between two neighbours.
    NUMBERING_GAP = "import-numbering-gap";
    /// A clause number stands twice.
    NUMBER_REPEATED = "import-number-repeated";
    /// A clause number is smaller than the one before.
    NUMBER_BACK = "import-number-back";
    /// A clause whose parent is not in the text: `4.1.1` without `4.1`.
    ORPHAN_CLAUSE = "import-orphan-clause";
    /// Arabic and Roman section numbers in one text.
    SECTION_NUMERALS = "import-section-numerals";
    /// A number with a character that only looks right: `Ш.`.
    NUMBER_LOOKALIKE = "import-number-lookalike";
    /// A number without a space after it: `4.1Информационно`.
    NUMBER_TIGHT = "import-number-tight";
    /// A number without its dot: `5.2 Права`.
    NUMBER_WITHOUT_DOT = "import-number-without-dot";
    /// A section without clauses whose heading is a whole sentence.
    SECTION_IS_CLAUSE = "import-section-is-clause";
    /// A bullet before a clause number.
    BULLET_AND_NUMBER = "import-bullet-and-number";
    /// A line inside a list without a bullet became an item.
    ITEM_WITHOUT_BULLET = "import-item-without-bullet";
    /// Two bullets before one item.
    BULLET_DOUBLED = "import-bullet-doubled";
    /// An empty line inside a list.
    LIST_SPLIT = "import-list-split";
    /// A sentence was broken by an empty line and was joined.
    SENTENCE_BROKEN = "import-sentence-broken";
    /// A space stands in a word after its hyphen: `учебно- методическую`.
    HYPHEN_SPACE = "import-hyphen-space";
    /// A word was broken by the line's end after its hyphen and was joined with the hyphen kept.
    HYPHEN_KEPT = "import-hyphen-kept";
    /// A hyphen at a line's end may be a sign of hyphenation, not a part of the word.
    HYPHEN_DOUBTFUL = "import-hyphen-doubtful";
    /// Lines with tabs became a table.
    TABLE = "import-table";
    /// A field code of Word is kept in the file and not shown.
    HIDDEN = "import-hidden";
    /// Text that Word left instead of a reference.
    LEFTOVER_TEXT = "import-leftover-text";
    /// The numbers of pages are kept in the file and not shown.
    PAGE_NUMBER = "import-page-number";
    /// Several clauses stood in one line.
    NUMBERS_INSIDE = "import-numbers-inside";
    /// Invisible characters were dropped.
    INVISIBLE = "import-invisible";
    /// Spaces of justification became one space.
    SPACES = "import-spaces";
    /// A clause ends in the middle of a sentence.
    TRUNCATED = "import-truncated";
    /// A digit or a letter that stands for a similar one.
    HOMOGLYPH = "import-homoglyph";
    /// Both kinds of quotation marks.
    QUOTES_MIXED = "import-quotes-mixed";
    /// The unit is called by different names.
    NAMES_DRIFT = "import-names-drift";
    /// A town in the regulation of a district.
    FOREIGN_PLACE = "import-foreign-place";
    /// Two clauses say nearly the same.
    SIMILAR_CLAUSES = "import-similar-clauses";
    /// The import broke its own law; a defect of kabinet.
    WORDS_DIFFER = "import-words-differ";
    /// The file is not a plain text.
    NOT_TEXT = "import-not-text";
    /// It is no plain file, or one of ours stands in the place of the document as a link.
    NOT_PLAIN_FILE = "import-not-plain-file";
    /// The file is too large for a text.
    TOO_LARGE = "import-too-large";
    /// An old binary format, and no program that reads it.
    OLD_WORD = "import-old-word";
    /// Another program was to read an old format, and gave nothing.
    OLD_FAILED = "import-old-failed";
    /// Another program read an old format.
    OLD_READ = "import-old-read";
    /// Behind a password.
    PROTECTED = "import-protected";
    /// Its archive or a part of it is broken.
    DAMAGED = "import-damaged";
    /// Larger or more entangled than any paper.
    EXCESSIVE = "import-excessive";
    /// A deletion that nobody has accepted.
    LEFT_DELETED = "import-left-deleted";
    /// Text that was moved elsewhere.
    LEFT_MOVED = "import-left-moved";
    /// An insertion that nobody has accepted.
    INSERTED = "import-inserted";
    /// A comment.
    LEFT_COMMENT = "import-left-comment";
    /// Hidden text.
    LEFT_HIDDEN = "import-left-hidden";
    /// Heads and feet of pages.
    LEFT_MARGIN = "import-left-margin";
    /// A chart, an embedded file.
    LEFT_OBJECT = "import-left-object";
    /// What a speaker notes beside a slide.
    LEFT_SPOKEN = "import-left-spoken";
    /// More of the same.
    LEFT_MORE = "import-left-more";
    /// The document is not finished, so the page is a draft.
    DRAFT = "import-draft";
    /// Columns of the head were read one after the other.
    COLUMNS_READ = "import-columns-read";
    /// A picture is kept beside the document.
    PICTURE_KEPT = "import-picture-kept";
    /// A picture that nobody described.
    PICTURE_UNDESCRIBED = "import-picture-undescribed";
    /// A picture that browsers do not show.
    PICTURE_UNSHOWN = "import-picture-unshown";
    /// No table has the head of a list of a kind.
    TABLE_UNFIT = "import-table-unfit";
    /// A file that the site itself reads.
    SITE_FILE = "import-site-file";
    /// No table has the head of a plan.
    PLAN_HEADLESS = "import-plan-headless";
    /// No row of the plan could be read.
    PLAN_EMPTY = "import-plan-empty";
    /// A row without a title.
    ROW_UNREAD = "import-row-unread";
    /// A row whose day cannot be read.
    ROW_DAY = "import-row-day";
    /// A day whose year was guessed.
    ROW_YEAR = "import-row-year";
    /// A day that was concluded.
    ROW_GUESSED = "import-row-guessed";
    /// A day outside of the month or the year of its plan.
    ROW_OUTSIDE = "import-row-outside";
    /// A value that holds a part of what a cell says.
    ROW_PARTLY = "import-row-partly";
    /// A cell that its field does not take.
    ROW_WORDS = "import-row-words";
    /// A text about a move or a cancellation, of which the card does not tell all.
    CHANGE_TOLD = "import-change-told";
    /// A row without what a column is for.
    ROW_EMPTY = "import-row-empty";
    /// A row that does not tell what it is.
    ROW_TERM = "import-row-term";
    /// A field that a document must have, for which there is no column.
    COLUMN_MISSING = "import-column-missing";
    /// A column that no field takes.
    COLUMN_UNKNOWN = "import-column-unknown";
    /// The text was taken from printed pages, by where letters stand.
    PDF = "import-pdf";
    /// Of some pages of a PDF there is only a picture.
    PDF_PAGES = "import-pdf-pages";
    /// Of all pages of a PDF there is only a picture.
    PDF_SCAN = "import-pdf-scan";
    /// The letters of a PDF are others than they look.
    PDF_GARBLED = "import-pdf-garbled";
    /// A PDF is enciphered.
    PDF_RESTRICTED = "import-pdf-restricted";
    /// A web page is kept where nothing is published.
    PAGE_KEPT = "import-page-kept";
    /// There is nothing in the file.
    EMPTY = "import-empty";
    /// The file was not UTF-8.
    ENCODING = "import-encoding";
    /// Some bytes could not be read.
    ENCODING_LOSSY = "import-encoding-lossy";
    /// The file made by an earlier import was edited by hand since, and the source changed too.
    EDITED = "import-edited";
    /// Another document has this title already.
    ANOTHER = "import-another";
    /// The chosen id cannot be one.
    BAD_ID = "import-bad-id";
}

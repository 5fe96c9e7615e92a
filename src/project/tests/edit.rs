//! What authors and the keeper of a theme do.

use proptest::prelude::*;

/// Something that an author or the keeper of the theme does.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    Title(usize, u8),
    Text(usize, u8),
    Tags(usize, u8),
    Rename(usize, u8),
    Add(u8),
    Remove(usize),
    Break(usize),
    Draft(usize),
    Label(u8),
    Kind(u8),
    Template(u8),
    Attachment(u8),
    Lock,
    Setting(u8),
    /// A link to a place in another page, by its address and by its file.
    Point(usize, u8),
    /// A relation to a document by its title.
    Speaker(usize, u8),
    /// A former address.
    Former(usize, u8),
    /// A file of the site's own kinds of words.
    Words(u8),
    /// A picture of another size.
    Picture(u8),
    /// A picture that a page shows, or offers to be taken along.
    Show(usize, u8),
    /// The widths in which pictures are published.
    Widths(u8),
    /// The theme says nothing of them any more.
    NoWidths,
    /// A file that is told of comes, or goes if it is there.
    Misnamed,
    /// A folder with all that lies in it goes to another place, or back.
    Folder,
    /// A folder goes, with all that lies in it.
    NoFolder,
    /// A document of those that take the place of each other.
    Act(usize, u8),
    /// An event comes to belong to a hub.
    Belong(usize, u8),
    /// A page has another day, and so another place in lists, years and calendars.
    Day(usize, u8),
    /// Several files get other names at once.
    Renames(usize, u8),
    /// Two files change their names with each other.
    Swap(usize, usize),
    /// A file goes and another comes at once.
    Replace(usize, u8),
    /// A file comes to the folder of another kind under its name.
    Move(usize, u8),
    /// A term is called otherwise, and known by its former name still.
    Spell(u8),
    /// A document names a term by one of its names.
    Form(usize, u8),
    /// A document offers files, mostly several of them.
    Offer(usize, u8),
}

/// Edits of all sorts.
pub(super) fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = (0..36_u8, 0..8_usize, 0..6_u8).prop_map(|(what, file, n)| match what {
        0 => Edit::Title(file, n),
        1 => Edit::Text(file, n),
        2 => Edit::Tags(file, n),
        3 => Edit::Rename(file, n),
        4 => Edit::Add(n),
        5 => Edit::Remove(file),
        6 => Edit::Break(file),
        7 => Edit::Draft(file),
        8 => Edit::Label(n),
        9 => Edit::Kind(n),
        10 => Edit::Template(n),
        11 => Edit::Attachment(n),
        12 => Edit::Lock,
        13 => Edit::Point(file, n),
        14 => Edit::Speaker(file, n),
        15 => Edit::Former(file, n),
        16 => Edit::Words(n),
        17 => Edit::Picture(n),
        18 => Edit::Show(file, n),
        19 => Edit::Widths(n),
        20 => Edit::NoWidths,
        21 => Edit::Misnamed,
        22 => Edit::Folder,
        23 => Edit::NoFolder,
        24 => Edit::Act(file, n),
        25 => Edit::Belong(file, n),
        26 => Edit::Day(file, n),
        27 => Edit::Renames(file, n),
        28 => Edit::Swap(file, n.into()),
        29 => Edit::Replace(file, n),
        30 => Edit::Move(file, n),
        31 => Edit::Spell(n),
        32 => Edit::Form(file, n),
        33 | 34 => Edit::Offer(file, n),
        _ => Edit::Setting(n),
    });
    prop::collection::vec(one, 1..7)
}

/// Edits by which documents come, go and are called otherwise, among such as point to them.
pub(super) fn renames() -> impl Strategy<Value = Vec<Edit>> {
    let one = (0..12_u8, 0..8_usize, 0..6_u8).prop_map(|(what, file, n)| match what {
        0 => Edit::Rename(file, n),
        1 => Edit::Renames(file, n),
        2 => Edit::Swap(file, n.into()),
        3 => Edit::Replace(file, n),
        4 => Edit::Move(file, n),
        5 => Edit::Add(n),
        6 => Edit::Remove(file),
        7 => Edit::Former(file, n),
        8 => Edit::Text(file, n),
        9 => Edit::Act(file, n),
        10 => Edit::Draft(file),
        _ => Edit::Point(file, n),
    });
    prop::collection::vec(one, 2..10)
}

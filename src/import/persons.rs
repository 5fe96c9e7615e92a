//! The signature of a mark of approval: post, organisation, name.

/// What a line of a signature tells.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Signature {
    /// «Директор».
    pub(crate) post: Option<String>,
    /// What follows the post: from the first name in capitals or quotation marks on.
    pub(crate) organization: String,
    /// The name with its initials, as printed.
    pub(crate) person: Option<String>,
}

/// Posts as they follow «приказом», with their nominatives.
const GENITIVES: [(&str, &str); 8] = [
    ("директора", "Директор"),
    ("начальника", "Начальник"),
    ("заведующего", "Заведующий"),
    ("заведующей", "Заведующая"),
    ("руководителя", "Руководитель"),
    ("главы", "Глава"),
    ("председателя", "Председатель"),
    ("ректора", "Ректор"),
];

/// «директора МБОУ СОШ № 1» → the post and the organisation; another name is an organisation alone.
pub(crate) fn of_act(name: &str) -> (Option<String>, String) {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let folded = first.to_lowercase();
    let Some((_, post)) = GENITIVES.iter().find(|(genitive, _)| *genitive == folded) else {
        return (None, name.to_owned());
    };
    // «директора школы»: no name of an organisation follows.
    if rest.split(' ').count() == 1 && rest.starts_with(char::is_lowercase) {
        return (Some(format!("{post} {rest}")), String::new());
    }
    (Some((*post).to_owned()), rest.to_owned())
}

/// The words with which posts begin.
const POSTS: [&str; 9] = [
    "директор",
    "начальник",
    "заведующ",
    "глава",
    "руководитель",
    "председатель",
    "заместитель",
    "и.о.",
    "ректор",
];

/// Reads a line of a signature.
pub(crate) fn signature(text: &str) -> Signature {
    let words: Vec<&str> = text.split([' ', '\u{a0}', '/']).filter(|word| !word.is_empty()).collect();
    let place = find_person(&words);
    let person = place.clone().map(|place| words[place].join(" "));
    let before = place.map_or(words.len(), |place| place.start);
    let blank = words.iter().position(|word| word.starts_with('_')).unwrap_or(words.len());
    let words = &words[..before.min(blank)];
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    if !POSTS.iter().any(|post| first.starts_with(post)) {
        return Signature { person, ..Signature::default() };
    }
    let split = words.iter().position(|word| is_name(word)).unwrap_or(words.len());
    Signature { post: Some(words[..split].join(" ")), organization: words[split..].join(" "), person }
}

/// «МБОУ», «ГБУ», a name in quotation marks.
fn is_name(word: &str) -> bool {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
    word.starts_with(['«', '"']) || (capitals && !word.contains('.'))
}

/// Where a name with initials stands among the words.
fn find_person(words: &[&str]) -> Option<std::ops::Range<usize>> {
    let at = |i: usize| words.get(i).copied().unwrap_or_default();
    (0..words.len()).find_map(|i| {
        let (a, b, c) = (at(i), at(i + 1), at(i + 2));
        let three = (initial(a) && initial(b) && surname(c)) || (surname(a) && initial(b) && initial(c));
        let two = (initials(a) && surname(b)) || (surname(a) && initials(b));
        let length = if three {
            3
        } else if two {
            2
        } else {
            usize::from(glued(a))
        };
        (length > 0).then(|| i..i + length)
    })
}

/// `А.`
fn initial(word: &str) -> bool {
    word.chars().count() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase)
}

/// `А.Л.`
fn initials(word: &str) -> bool {
    word.split_inclusive('.').count() == 2 && word.split_inclusive('.').all(initial)
}

/// `Фамилия`, with a hyphen perhaps.
fn surname(word: &str) -> bool {
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    capital && word.chars().count() > 1 && chars.all(|c| c.is_lowercase() || c == '-')
}

/// `И.О.Фамилия`
fn glued(word: &str) -> bool {
    word.char_indices().nth(4).is_some_and(|(at, _)| initials(&word[..at]) && surname(&word[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_after_an_act_come_into_the_nominative() {
        let of = |text: &str| of_act(text);
        assert_eq!(of("директора МБОУ СОШ № 1"), (Some("Директор".to_owned()), "МБОУ СОШ № 1".to_owned()));
        assert_eq!(of("директора школы"), (Some("Директор школы".to_owned()), String::new()));
        assert_eq!(of("Отдела образования"), (None, "Отдела образования".to_owned()));
    }

    #[test]
    fn signatures_of_every_shape_are_read() {
        let cases = [
            ("Директор МБОУ «СОШ№6»", "Директор", "МБОУ «СОШ№6»", ""),
            ("Директор ГБУ ДНПО ЦПКС «ИМЦ»", "Директор", "ГБУ ДНПО ЦПКС «ИМЦ»", ""),
            ("_____ А. М. Бугаев", "", "", "А. М. Бугаев"),
            ("А.Л. Гехтман", "", "", "А.Л. Гехтман"),
            (
                "Начальник управления образования ______ И.О. Фамилия",
                "Начальник управления образования",
                "",
                "И.О. Фамилия",
            ),
            ("И.о. директора МБУ «ИМЦ» /И.О.Фамилия/", "И.о. директора", "МБУ «ИМЦ»", "И.О.Фамилия"),
            ("Заведующая Фамилия И. О.", "Заведующая", "", "Фамилия И. О."),
            ("протокол № 3", "", "", ""),
        ];
        for (text, post, organization, person) in cases {
            let read = signature(text);
            let found = (read.post.unwrap_or_default(), read.organization, read.person.unwrap_or_default());
            assert_eq!(found, (post.to_owned(), organization.to_owned(), person.to_owned()), "{text}");
        }
    }
}

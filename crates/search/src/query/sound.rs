//! First letters that sound like another one: who writes by ear types «алимпиада», «иксперимент», «фстреча».

/// Letters that are taken for each other at the beginning of a word.
const ALIKE: &[(char, &[char])] = &[
    ('а', &['о']),
    ('о', &['а']),
    ('и', &['е', 'э']),
    ('е', &['и', 'э']),
    ('э', &['е']),
    ('я', &['е']),
    ('ф', &['в']),
    ('в', &['ф']),
    ('п', &['б']),
    ('б', &['п']),
    ('т', &['д']),
    ('д', &['т']),
    ('к', &['г']),
    ('г', &['к']),
    ('с', &['з']),
    ('з', &['с']),
    ('ш', &['щ', 'ж']),
    ('щ', &['ш', 'с']),
];

/// Returns the word with each first letter that sounds like its own.
pub(super) fn beginnings(word: &str) -> Vec<String> {
    let Some(first) = word.chars().next() else { return Vec::new() };
    let alike = ALIKE.iter().find(|(letter, _)| *letter == first).map_or(&[][..], |(_, others)| others);
    alike.iter().map(|other| format!("{other}{}", &word[first.len_utf8()..])).collect()
}

#[cfg(test)]
mod tests {
    use super::beginnings;

    #[test]
    fn first_letters_by_ear() {
        assert_eq!(beginnings("алимпиада"), ["олимпиада"]);
        assert_eq!(beginnings("иксперимент"), ["експеримент", "эксперимент"]);
        assert!(beginnings("урок").is_empty() && beginnings("").is_empty() && beginnings("word").is_empty());
    }
}

//! What the guide for methodists says of a word: `kabinet help фотографии`.

/// The guide, in Russian; the program has it with it, wherever it is carried.
const GUIDE: &str = include_str!("../../docs/methodist.md");

/// Words shorter than this are looked for as they are.
const STEM: usize = 4;

/// A part of the guide.
struct Part<'g> {
    title: &'g str,
    text: &'g str,
}

/// The part of the guide that is about a word, by its title, else the one that speaks of it most; with the titles of others
/// that are about it too.
pub(super) fn about(word: &str) -> Option<(&'static str, Vec<&'static str>)> {
    let parts = parts();
    let titled: Vec<&Part<'_>> = parts.iter().filter(|part| mentions(part.title, word) > 0).collect();
    let found = match titled.first() {
        Some(first) => first,
        None => parts.iter().rev().max_by_key(|part| mentions(part.text, word))?,
    };
    let others = titled.iter().skip(1).map(|part| part.title);
    (mentions(found.text, word) > 0).then(|| (found.text.trim(), others.collect()))
}

/// A text of the guide for a terminal, which shows no pictures.
pub(super) fn without_pictures(text: &str) -> String {
    let lines: Vec<&str> = text.split("\n\n").filter(|block| !block.starts_with("![")).collect();
    lines.join("\n\n")
}

/// The parts: from a heading to the next one, and within these what stands behind a title in bold letters.
fn parts() -> Vec<Part<'static>> {
    let mut begins: Vec<(usize, &str, bool)> = Vec::new();
    let (mut at, mut in_code) = (0, false);
    for line in GUIDE.split_inclusive('\n') {
        in_code ^= line.starts_with("```");
        let heading = line.starts_with("##").then(|| line.trim_start_matches('#').trim());
        let bold = line.trim_start_matches("- ").strip_prefix("**").and_then(|rest| rest.split_once("**"));
        let title = heading.or(bold.map(|(title, _)| title)).filter(|_| !in_code);
        begins.extend(title.map(|title| (at, title.trim_end_matches('.'), heading.is_some())));
        at += line.len();
    }
    let end = |place: usize, is_heading: bool| {
        let next = begins[place + 1..].iter().find(|(_, _, heading)| *heading || !is_heading);
        next.map_or(GUIDE.len(), |(at, ..)| *at)
    };
    let part = |(place, (from, title, is_heading)): (usize, &(usize, &'static str, bool))| Part {
        title,
        text: &GUIDE[*from..end(place, *is_heading)],
    };
    begins.iter().enumerate().map(part).collect()
}

/// How often a text has a word, in whatever ending.
fn mentions(text: &str, word: &str) -> usize {
    let word = word.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|one| !one.is_empty());
    words.filter(|one| same(&one.to_lowercase(), &word)).count()
}

/// Whether two words differ in their endings only.
fn same(one: &str, other: &str) -> bool {
    let (longer, shorter) =
        (one.chars().count().max(other.chars().count()), one.chars().count().min(other.chars().count()));
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    one == other || shorter >= STEM && shared >= STEM && shared + 2 >= shorter && shared + 3 >= longer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_any_ending_leads_to_its_part() {
        let begins =
            |word: &str| about(word).map(|(text, _)| text.lines().next().unwrap_or_default().to_owned());
        assert_eq!(begins("фотография").as_deref(), Some("### Фотографии"));
        assert_eq!(begins("черновики").map(|line| line.starts_with("**Черновик**")), Some(true));
        assert_eq!(begins("HEIC").map(|line| line.starts_with("- **HEIC**")), Some(true));
        assert_eq!(begins("синхрофазотрон"), None);
    }
}

//! Events as the YAML of a list file.

use super::rows::Item;
use crate::import::title::propose_id;
use crate::text::Taken;
use crate::yaml::scalar;

/// The file that a list was made of, by its first line.
pub(crate) fn source_of(line: &str) -> Option<String> {
    let (_, rest) = line.strip_prefix('#')?.split_once('«')?;
    Some(rest.rsplit_once('»')?.0.to_owned())
}

/// Writes the list; `from` is the name of the file that it was made of.
pub(crate) fn write(items: &[Item], from: &str) -> String {
    let mut out = format!(
        "# Сделано из файла «{from}». Правьте здесь: повторный импорт ваших правок не тронет.\nitems:\n"
    );
    let mut taken = Taken::default();
    for item in items {
        let id = taken.claim(&wish(item), '-');
        out.push_str(&format!("  - id: {id}\n    title: {}\n", scalar(&item.title)));
        for (name, value) in &item.fields {
            out.push_str(&format!("    {name}: {}\n", value.yaml()));
        }
        if !item.more.is_empty() {
            let lines: Vec<String> = item.more.iter().map(|(head, text)| format!("{head}: {text}")).collect();
            let body: Vec<String> = lines
                .iter()
                .map(|line| crate::office::at_start(line.trim_start_matches([':', ' '])))
                .collect();
            out.push_str("    body: |\n");
            for line in body.join("\n\n").lines() {
                out.push_str(&if line.is_empty() { "\n".to_owned() } else { format!("      {line}\n") });
            }
        }
    }
    out
}

/// The name that an event would have alone: its month and its title.
fn wish(item: &Item) -> String {
    let words = propose_id(&item.title);
    let month = item.day.map(|day| day.strftime("%Y-%m-%d").to_string());
    [month, Some(words).filter(|words| !words.is_empty())].into_iter().flatten().collect::<Vec<_>>().join("-")
}

//! The corpus that every generator can be given: Markdown with plain front matter, a folder for each sort of page.

use super::Corpus;
use super::body::{body, summary};
use super::page::Page;

/// A file of the corpus: its path and its text.
pub(super) fn file(corpus: &Corpus, page: &Page) -> (String, String) {
    let front = [
        "---".to_owned(),
        format!("title: \"{}\"", page.title),
        format!("date: {}", page.date.iso()),
        format!("kind: {}", page.sort.name()),
        format!("subject: \"{}\"", page.subject.name),
        format!("level: \"{}\"", page.level.0),
        format!("tags: [\"{}\"]", page.tags.join("\", \"")),
        format!("summary: \"{}\"", summary(page, &corpus.source())),
        "---".to_owned(),
    ];
    let text = format!("{}\n\n{}", front.join("\n"), body(page, &corpus.source(), linked));
    (format!("{}/{}.md", page.sort.name(), page.slug), text)
}

fn linked(_: &Page, to: &Page) -> String {
    format!("[{}](../{}/{}.md)", to.title, to.sort.name(), to.slug)
}

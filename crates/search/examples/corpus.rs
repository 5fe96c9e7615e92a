//! Builds a bundle of the generated benchmark corpus and asks it the planted questions.
//!
//! `cargo run --release -p kabinet-search --example corpus -- /tmp/corpus-10000 [OUT]`
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a measuring tool, not the product")]

use kabinet_search::{
    BuildOptions, Engine, FolderFiles, PageDocument, Request, SectionDocument, SynonymGroup, build,
};
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let corpus = PathBuf::from(arguments.next().unwrap_or_else(|| "/tmp/corpus-10000".to_owned()));
    let out = PathBuf::from(arguments.next().unwrap_or_else(|| "/tmp/kabinet-search".to_owned()));
    let start = Instant::now();
    let pages = read(&corpus)?;
    println!("read      {:>6} pages   {:?}", pages.len(), start.elapsed());
    let start = Instant::now();
    let synonyms = vec![SynonymGroup {
        members: vec!["ФГОС".into(), "федеральный стандарт".into()]
    }];
    let bundle = build(&pages, &BuildOptions { synonyms, as_of: Some(20_778) })?;
    println!("build     {:?}, cpu {:?}", start.elapsed(), cpu());
    for folder in ["core/", "index/", "text/", "index.json"] {
        let files: Vec<&Vec<u8>> =
            bundle.files.iter().filter(|f| f.0.starts_with(folder)).map(|f| f.1).collect();
        println!(
            "{folder:<10} {:>5} files {:>9} bytes",
            files.len(),
            files.iter().map(|f| f.len()).sum::<usize>()
        );
    }
    if out.exists() {
        std::fs::remove_dir_all(&out)?;
    }
    for (path, bytes) in &bundle.files {
        let path = out.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(&out))?;
        std::fs::write(path, bytes)?;
    }
    let start = Instant::now();
    let engine = Engine::open(FolderFiles::new(&out))?;
    println!("open      {:?}", start.elapsed());
    let asked: Vec<String> = arguments.collect();
    let questions = [
        "мезонинный каталогизатор",
        "звездолёт",
        "янтарная картотека опыта",
        "\"янтарная картотека опыта\"",
        "ихтиогравия",
        "rfktqljcrjg",
        "стереоскопич",
        "план работы методического центра",
        "повышение квалификации педагогических работников",
        "информатика",
        "урок математики 7 класс -физика",
    ];
    for question in questions.map(str::to_owned).into_iter().chain(asked) {
        let start = Instant::now();
        let outcome = engine.search(&Request::new(&question))?;
        let took = start.elapsed();
        println!("\n{question}: {} in {took:?} {:?}", outcome.total, outcome.corrections);
        for hit in outcome.hits.iter().take(4) {
            let snippet =
                hit.sections.first().map(kabinet_search::SectionHit::snippet_text).unwrap_or_default();
            println!("  {:6.2} {} | {}", hit.score, hit.title, snippet.chars().take(100).collect::<String>());
        }
    }
    Ok(())
}

/// Reads the processor time of this process in ticks of 10 ms.
fn cpu() -> std::time::Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<u64> = stat.split_whitespace().filter_map(|f| f.parse().ok()).collect();
    std::time::Duration::from_millis(fields.get(10..12).map_or(0, |t| t.iter().sum::<u64>() * 10))
}

fn read(corpus: &Path) -> anyhow::Result<Vec<PageDocument>> {
    let mut pages = Vec::new();
    for folder in std::fs::read_dir(corpus)? {
        let folder = folder?.path();
        if folder.is_dir() {
            for file in std::fs::read_dir(&folder)? {
                pages.push(page(&folder, &file?.path())?);
            }
        }
    }
    Ok(pages)
}

fn page(folder: &Path, file: &Path) -> anyhow::Result<PageDocument> {
    let text = std::fs::read_to_string(file)?;
    let kind = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let slug = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (front, body) = text.trim_start_matches("---\n").split_once("\n---").unwrap_or(("", &text));
    let field = |name: &str| {
        let line = front.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
        line.unwrap_or_default().trim().trim_matches('"').to_owned()
    };
    let mut sections = vec![SectionDocument::default()];
    for line in body.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let anchor = format!("s{}", sections.len());
            sections.push(SectionDocument { anchor, heading: heading.to_owned(), text: String::new() });
        } else if let Some(section) = sections.last_mut() {
            section.text.push_str(line);
            section.text.push('\n');
        }
    }
    let facets = vec![("subject".to_owned(), field("subject")), ("level".to_owned(), field("level"))];
    Ok(PageDocument {
        url: format!("/{kind}/{slug}/"),
        title: field("title"),
        kind_label: kind.clone(),
        kind,
        facets,
        sections,
        ..PageDocument::default()
    })
}

//! Builds a bundle of the generated benchmark corpus and measures what a browser would load of it.
//!
//! `cargo run --release -p kabinet-search --example corpus -- FOLDER [OUT] [QUESTION…]`
//!
//! FOLDER is what `cargo xtask corpus PAGES FOLDER` writes. Prints the bundle's parts, then for each kind of query, asked cold of
//! an engine that has only just opened: rounds, files, packed bytes, and the time of the same query warm.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a measuring tool, not the product")]

use kabinet_search::{
    BuildOptions, Engine, Files, MemoryFiles, PageDocument, ReadFault, Request, SearchError, SectionDocument,
    Sort, Standing, SynonymGroup, build,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let corpus = PathBuf::from(arguments.next().unwrap_or_else(|| "/tmp/corpus-10000".to_owned()));
    let out = arguments.next().map(PathBuf::from);
    let start = Instant::now();
    let pages = read(&corpus)?;
    println!("read      {:>6} pages   {:?}", pages.len(), start.elapsed());
    let start = Instant::now();
    let synonyms = vec![SynonymGroup {
        members: vec!["ФГОС".into(), "федеральный стандарт".into()],
        near: false,
    }];
    let bundle = build(&pages, &BuildOptions { synonyms, as_of: Some(20_778), ..BuildOptions::default() })?;
    println!("build     {:?}, cpu {:?}, memory {}", start.elapsed(), cpu(), memory());
    drop(pages);
    for folder in ["core/", "index/", "words/", "text/", "index.json"] {
        let files = bundle.files.iter().filter(|f| f.0.starts_with(folder));
        let sizes: Vec<usize> = files.map(|f| f.1.len()).collect();
        let (all, most) = (sizes.iter().sum::<usize>(), sizes.iter().max().copied().unwrap_or(0));
        println!("{folder:<10} {:>6} files {all:>10} bytes, largest {most}", sizes.len());
    }
    if let Some(out) = out {
        write(&bundle.files, &out)?;
    }
    let all = Arc::new(MemoryFiles(bundle.files));
    let (late, start) = (Late::new(&all), Instant::now());
    let (_, rounds) = late.rounds(|| Engine::open(late.clone()))?;
    println!("open      {:?}, {rounds} rounds, {} bytes", start.elapsed(), late.bytes());
    println!(
        "\n{:<22} {:>6} {:>6} {:>8} {:>9} {:>7}  query",
        "kind", "rounds", "files", "bytes", "warm", "total"
    );
    let asked: Vec<String> = arguments.collect();
    let asked = asked.iter().map(|text| ("asked", Request::new(text)));
    for (kind, request) in requests().into_iter().chain(asked) {
        measure(kind, &request, &all)?;
    }
    Ok(())
}

/// A question of each kind.
fn requests() -> Vec<(&'static str, Request)> {
    let plain = Request::new;
    let facet = vec![("level".to_owned(), "основное".to_owned())];
    let common = "план работы методического центра";
    vec![
        ("one rare word", plain("звездолёт")),
        ("two rare words", plain("мезонинный каталогизатор")),
        ("one common word", plain("информатика")),
        ("three words", plain("янтарная картотека опыта")),
        ("four common words", plain(common)),
        (
            "seven common words",
            plain("методическая работа педагогических работников района образования центра"),
        ),
        ("phrase", plain("\"янтарная картотека опыта\"")),
        ("common phrase", plain("\"план работы\"")),
        ("exact word", plain("=площадок")),
        ("exact phrase", plain("=\"повышения квалификации\"")),
        ("minus", plain("урок математики 7 класс -физика")),
        ("prefix", plain("стереоскопич")),
        ("short prefix", plain("ме")),
        ("typo", plain("ихтиогравия")),
        ("two typos", plain("калийдаскоп")),
        ("typo, common word", plain("методичиский центр")),
        ("layout", plain("rfktqljcrjg")),
        ("translit", plain("kaleidoskop")),
        ("synonym", plain("ФГОС")),
        ("number", plain("№ 133")),
        ("relaxed", plain("звездолёт каталогизатор ихтиография")),
        ("nothing", plain("абракадабрахлоп")),
        ("literal", Request { literal: true, ..plain("rfktqljcrjg") }),
        ("facets only", Request { facets: facet.clone(), ..plain("") }),
        ("words and facets", Request { facets: facet, ..plain(common) }),
        ("by date", Request { sort: Sort::Date, ..plain(common) }),
        ("third page", Request { offset: 20, ..plain(common) }),
    ]
}

fn measure(kind: &str, request: &Request, all: &Arc<MemoryFiles>) -> anyhow::Result<()> {
    let late = Late::new(all);
    let (engine, _) = late.rounds(|| Engine::open(late.clone()))?;
    let (opened, files) = (late.bytes(), late.count());
    let (outcome, rounds) = late.rounds(|| engine.search(request))?;
    let (bytes, files) = (late.bytes() - opened, late.count() - files);
    let start = Instant::now();
    engine.search(request)?;
    let warm = start.elapsed().as_micros() as f64 / 1000.0;
    let said: Vec<&str> = outcome.corrections.iter().map(|c| c.to.as_str()).collect();
    let relaxed = if outcome.relaxed { ", relaxed" } else { "" };
    let (total, text) = (outcome.total, &request.text);
    println!(
        "{kind:<22} {rounds:>6} {files:>6} {bytes:>8} {warm:>7.1}ms {total:>7}  {text} {said:?}{relaxed}"
    );
    Ok(())
}

/// Files that are there only after they were asked for, as in a browser.
#[derive(Clone)]
struct Late {
    all: Arc<MemoryFiles>,
    fetched: Arc<Mutex<BTreeSet<String>>>,
}

impl Files for Late {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let here = self.fetched.lock().unwrap_or_else(PoisonError::into_inner).contains(path);
        if here { self.all.read(path) } else { Err(ReadFault::NotYet) }
    }
}

impl Late {
    fn new(all: &Arc<MemoryFiles>) -> Self {
        Self { all: Arc::clone(all), fetched: Arc::default() }
    }

    fn count(&self) -> usize {
        self.fetched.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn bytes(&self) -> usize {
        let fetched = self.fetched.lock().unwrap_or_else(PoisonError::into_inner);
        fetched.iter().filter_map(|path| self.all.0.get(path)).map(Vec::len).sum()
    }

    /// Runs until nothing is missing; counts the rounds.
    fn rounds<T>(&self, run: impl Fn() -> Result<T, SearchError>) -> anyhow::Result<(T, usize)> {
        for round in 0..10 {
            match run() {
                Ok(value) => return Ok((value, round)),
                Err(SearchError::Missing(files)) => {
                    self.fetched.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
                }
                Err(error) => return Err(error.into()),
            }
        }
        anyhow::bail!("files are missed again and again")
    }
}

fn write(files: &std::collections::BTreeMap<String, Vec<u8>>, out: &Path) -> anyhow::Result<()> {
    if out.exists() {
        std::fs::remove_dir_all(out)?;
    }
    for (path, bytes) in files {
        let path = out.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(out))?;
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// Reads the most memory that this process has used.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.unwrap_or_default().trim().to_owned()
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
    let date = day(&field("date"));
    Ok(PageDocument {
        url: format!("/{kind}/{slug}/"),
        title: field("title"),
        kind_label: kind.clone(),
        kind,
        facets,
        date,
        links: u32::from(slug.len().is_multiple_of(7)),
        standing: if date.is_some_and(|date| date < 20_000) { Standing::Past } else { Standing::Neutral },
        sections,
        ..PageDocument::default()
    })
}

/// Counts days roughly: enough to be as hard to pack as real dates.
fn day(date: &str) -> Option<i32> {
    let mut parts = date.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some((year - 1970) * 365 + (month - 1) * 30 + day)
}

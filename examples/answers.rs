//! Answers every question of the relevance set from a published bundle, for other doors to be held against.
//!
//! `cargo run --example answers -- public/search target/answers.jsonl` writes a line for each:
//! `{"request": …, "outcome": "…"}`, the outcome as the text that the engine made of it.
#![allow(clippy::disallowed_methods, reason = "a tool for tests, not the product")]

use kabinet_search::{Engine, FolderFiles};
use serde::Deserialize;

#[path = "../tests/relevance/requests.rs"]
mod requests;

#[derive(Deserialize)]
struct Question {
    q: String,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [bundle, out] = arguments.as_slice() else { anyhow::bail!("answers BUNDLE OUT") };
    let questions: Vec<Question> = serde_yaml::from_str(include_str!("../tests/relevance/questions.yaml"))?;
    let engine = Engine::open(FolderFiles::new(bundle))?;
    let mut lines = String::new();
    for request in questions.iter().flat_map(|question| requests::variants(&question.q)) {
        let outcome = serde_json::to_string(&engine.search(&request)?)?;
        lines.push_str(&serde_json::json!({ "request": request, "outcome": outcome }).to_string());
        lines.push('\n');
    }
    std::fs::write(out, lines)?;
    Ok(())
}

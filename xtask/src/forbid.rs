//! Leftovers that must not be committed: each pattern with its reason and with what to do.

use std::path::Path;

use anyhow::{Result, bail};

use crate::root::at;
use crate::shell::Shell;

/// Which files a pattern is looked for in.
enum Where {
    /// Every text file.
    Everywhere,
    /// Files with these endings only.
    In(&'static [&'static str]),
}

struct Forbidden {
    /// What a line must not hold; after `^`, what it must not begin with.
    pattern: &'static str,
    place: Where,
    advice: &'static str,
}

const CODE: &[&str] = &["rs", "mjs", "js", "css", "html", "sh", "py", "toml"];
const SCRIPTS: &[&str] = &["mjs", "js"];

const FORBIDDEN: &[Forbidden] = &[
    Forbidden { pattern: "^<<<<<<< ", place: Where::Everywhere, advice: "a merge was not finished" },
    Forbidden { pattern: "^>>>>>>> ", place: Where::Everywhere, advice: "a merge was not finished" },
    Forbidden {
        pattern: "/work/",
        place: Where::Everywhere,
        advice: "a path of one machine: write it from the repository's root",
    },
    Forbidden {
        pattern: "/root/",
        place: Where::Everywhere,
        advice: "a path of one machine: write it from the repository's root",
    },
    Forbidden {
        pattern: "registry.npmjs",
        place: Where::Everywhere,
        advice: "name the package, not the host it came from",
    },
    Forbidden {
        pattern: "static.crates.io",
        place: Where::Everywhere,
        advice: "name the crate, not the host it came from",
    },
    Forbidden {
        pattern: "pythonhosted",
        place: Where::Everywhere,
        advice: "name the package, not the host it came from",
    },
    Forbidden { pattern: "dbg!(", place: Where::In(&["rs"]), advice: "remove the trace" },
    Forbidden { pattern: "FIXME", place: Where::In(CODE), advice: "mend it, or file it as an issue" },
    Forbidden { pattern: "// XXX", place: Where::In(CODE), advice: "mend it, or file it as an issue" },
    Forbidden {
        pattern: "#[ignore",
        place: Where::In(&["rs"]),
        advice: "a test that never runs proves nothing",
    },
    Forbidden { pattern: "debugger;", place: Where::In(SCRIPTS), advice: "remove the breakpoint" },
    Forbidden { pattern: ".only(", place: Where::In(SCRIPTS), advice: "run all the tests again" },
];

/// This file names what it forbids.
const EXEMPT: &[&str] = &["xtask/src/forbid.rs"];

/// Fails when a file that git knows, or would add, holds a forbidden pattern.
pub(crate) fn run() -> Result<()> {
    let files = Shell::new("git").words("ls-files -z --cached --others --exclude-standard").read()?;
    let mut found = Vec::new();
    let mut count = 0;
    for name in files.split('\0').filter(|name| !name.is_empty() && !EXEMPT.contains(name)) {
        let Ok(text) = std::fs::read_to_string(at(name)) else { continue };
        count += 1;
        found.extend(look(name, &text));
    }
    println!("{count} text files read");
    if found.is_empty() {
        return Ok(());
    }
    bail!("leftovers:\n{}", found.join("\n"))
}

/// Lists what is forbidden in one file, with places.
fn look(name: &str, text: &str) -> Vec<String> {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let here = |forbidden: &&Forbidden| match forbidden.place {
        Where::Everywhere => true,
        Where::In(endings) => endings.contains(&ending),
    };
    let mut found = Vec::new();
    for forbidden in FORBIDDEN.iter().filter(here) {
        for (number, _) in text.lines().enumerate().filter(|(_, line)| holds(line, forbidden.pattern)) {
            found.push(format!(
                "  {name}:{}: `{}`: {}",
                number + 1,
                forbidden.pattern.trim(),
                forbidden.advice
            ));
        }
    }
    found
}

/// Tells whether a line has what a pattern forbids.
fn holds(line: &str, pattern: &str) -> bool {
    pattern.strip_prefix('^').map_or_else(|| line.contains(pattern), |start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn finds_leftovers_with_their_lines() {
        let found = look("src/a.rs", "fn a() {\n    dbg!(1);\n}\n");
        assert_eq!(found, ["  src/a.rs:2: `dbg!(`: remove the trace"]);
    }

    #[test]
    fn a_mark_of_a_merge_begins_its_line() {
        assert_eq!(look("src/a.rs", "<<<<<<< HEAD\n").len(), 1);
        assert!(look("tests/a.rs", "    let lock = \"<<<<<<< HEAD\";\n").is_empty());
    }

    #[test]
    fn looks_for_code_words_in_code_only() {
        assert!(look("content/regulations/a.md", "часть XXX настоящего Положения").is_empty());
        assert_eq!(look("docs/a.md", "see /work/a").len(), 1);
    }
}

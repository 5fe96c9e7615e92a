//! The search engine's WebAssembly: built from source, and held against the artefact that the repository carries.
//!
//! The artefact is committed, so that building the portal needs no second compiler. Beside it stands from which
//! sources it was made; a change of any of them without building it anew fails `ci`.

mod sources;
mod toolchain;

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files::sha256;
use crate::root::at;
use crate::setup::node_packages;
use crate::shell::Shell;
use crate::site;
use toolchain::Toolchain;

const ARTEFACT: &str = "crates/search-web/dist/engine.wasm.gz";
const RECORD: &str = "crates/search-web/dist/source.sha256";
const TOOLS: &str = "crates/search-web/tools";
/// A folder of its own: the other builds keep what they have.
const TARGET: &str = "target/wasm";
/// What the published engine may weigh, in bytes, on a host that compresses nothing.
const MOST_BYTES: u64 = 150_000;

/// What the compiler is told. A panic only stops the instance, whose words nobody could read: without the texts and
/// places of panics, and without the `Debug` forms that only they print, the engine is a third smaller.
pub(crate) const FLAGS: &str =
    "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort";

/// How the standard library is compiled along: small above all, its sorting first.
pub(crate) const LIBRARY: &str = "-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size";

/// What the optimiser may use: every browser with modules in workers has these, and not all the later ones.
pub(crate) const OPTIMISE: &str = "-Oz --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-multivalue --enable-reference-types --strip-debug --strip-producers";

/// Says from what the committed artefact was built, and what came out before packing.
#[derive(Debug, PartialEq, Eq)]
struct Record {
    sources: String,
    compiler: String,
    wasm: String,
}

impl Record {
    fn read() -> Result<Self> {
        let text = std::fs::read_to_string(at(RECORD)).with_context(|| format!("cannot read {RECORD}"))?;
        Self::parse(&text).with_context(|| format!("{RECORD} is cut short"))
    }

    fn parse(text: &str) -> Option<Self> {
        let value = |key: &str| {
            text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' ')).map(str::to_owned)
        };
        Some(Self { sources: value("sources")?, compiler: value("compiler")?, wasm: value("wasm")? })
    }

    fn text(&self) -> String {
        format!("sources {}\ncompiler {}\nwasm {}\n", self.sources, self.compiler, self.wasm)
    }
}

/// Holds what a build from source made.
struct Built {
    packed: PathBuf,
    record: Record,
}

/// Builds the artefact from source and writes it, and its record, into the repository.
pub(crate) fn write() -> Result<()> {
    let toolchain = Toolchain::find_or_install()?;
    let built = build(&toolchain)?;
    std::fs::create_dir_all(at("crates/search-web/dist"))?;
    std::fs::copy(&built.packed, at(ARTEFACT)).with_context(|| format!("cannot write {ARTEFACT}"))?;
    let write = |text: String| File::create(at(RECORD))?.write_all(text.as_bytes());
    write(built.record.text()).with_context(|| format!("cannot write {RECORD}"))?;
    println!("{ARTEFACT}: {} bytes, by {}", at(ARTEFACT).metadata()?.len(), built.record.compiler);
    Ok(())
}

/// Fails when the committed artefact was built from other sources than these, or is too large.
pub(crate) fn check() -> Result<()> {
    if Record::read()?.sources != sources::hash()? {
        bail!("{ARTEFACT} was built from other sources: build it anew with `cargo xtask wasm` and commit it");
    }
    let size = at(ARTEFACT).metadata().with_context(|| format!("cannot read {ARTEFACT}"))?.len();
    if size > MOST_BYTES {
        bail!("{ARTEFACT} weighs {size} bytes, at most {MOST_BYTES}: readers on slow lines wait for it");
    }
    println!("{ARTEFACT} is of these sources, {size} bytes");
    Ok(())
}

/// Builds the engine from source, where a compiler for it can be had, and asks it all the questions.
pub(crate) fn rebuild() -> Result<()> {
    let toolchain = match Toolchain::find_or_install() {
        Ok(toolchain) => toolchain,
        Err(error) => {
            println!(
                "!!! SKIPPED: the engine was NOT rebuilt from source; there is no compiler for it here:"
            );
            println!("!!! {error:#}");
            return Ok(());
        }
    };
    let built = build(&toolchain)?;
    let committed = Record::read()?;
    if built.record.compiler != committed.compiler {
        println!(
            "committed: by {}; here: {}. Other bytes are to be expected",
            committed.compiler, built.record.compiler
        );
    } else if built.record.wasm != committed.wasm {
        bail!(
            "the same compiler makes another engine of these sources than the committed one: `cargo xtask wasm`, and say why"
        );
    } else {
        println!("the committed engine is what these sources make, byte for byte");
    }
    site::ask_engine(&built.packed)
}

/// Compiles, optimises and packs.
fn build(toolchain: &Toolchain) -> Result<Built> {
    let tools = at(TOOLS);
    node_packages(&tools)?;
    // Before compiling: what is edited meanwhile is not in the engine.
    let sources = sources::hash()?;
    toolchain
        .cargo("build --profile wasm --locked --target wasm32-unknown-unknown -p kabinet-search-web")
        .words(LIBRARY)
        .env("CARGO_TARGET_DIR", at(TARGET))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .run()?;
    let compiled = at(TARGET).join("wasm32-unknown-unknown/wasm/kabinet_search_web.wasm");
    let optimised = at(TARGET).join("engine.wasm");
    let packed = at(TARGET).join("engine.wasm.gz");
    Shell::new("node")
        .arg(tools.join("node_modules/binaryen/bin/wasm-opt"))
        .words(OPTIMISE)
        .arg("-o")
        .arg(&optimised)
        .arg(&compiled)
        .run()?;
    Shell::new("node").arg(tools.join("pack.mjs")).arg(&optimised).arg(&packed).run()?;
    let record = Record { sources, compiler: toolchain.version()?, wasm: sha256(&read(&optimised)?) };
    Ok(Built { packed, record })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::Record;

    #[test]
    fn a_record_reads_what_it_writes() {
        let record =
            Record { sources: "ab".into(), compiler: "rustc 1.96.0 (ac68 2026)".into(), wasm: "cd".into() };
        assert_eq!(Record::parse(&record.text()), Some(record));
        assert_eq!(Record::parse("sources ab\n"), None);
    }
}

//! Programs to carry: the program for computers without a compiler, in one archive with what belongs to it.
//!
//! For Linux a binary that needs no library of the machine; it is tried before it is packed, as it will be used: from a
//! folder whose name has Russian letters and spaces. For Windows, where this machine has a linker for it, one that is not
//! tried here: only Windows could.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files::{clear, put, sha256};
use crate::root::{at, root};
use crate::shell::{Shell, is_there};

/// A system for which there is a program.
struct System {
    /// What people call it.
    name: &'static str,
    /// What compilers call it.
    target: &'static str,
    /// The compiler for the parts in C.
    compiler: &'static str,
    /// What the program is called there.
    program: &'static str,
}

const LINUX: System = System {
    name: "linux-x86_64",
    target: "x86_64-unknown-linux-musl",
    compiler: "musl-gcc",
    program: "kabinet",
};
const WINDOWS: System = System {
    name: "windows-x86_64",
    target: "x86_64-pc-windows-gnu",
    compiler: "x86_64-w64-mingw32-gcc",
    program: "kabinet.exe",
};

/// What lies beside the program: from the repository, and how it is called there.
const BESIDE: [(&str, &str); 10] = [
    ("xtask/carry.txt", "ПРОЧТИТЕ.txt"),
    ("docs/methodist.md", "Руководство методиста.md"),
    ("docs/guide/preview.png", "guide/preview.png"),
    ("docs/guide/draft.png", "guide/draft.png"),
    ("docs/guide/dropped.png", "guide/dropped.png"),
    ("docs/guide/message.png", "guide/message.png"),
    ("docs/guide/event.png", "guide/event.png"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("NOTICE", "NOTICE"),
];

/// `cargo xtask carry [linux|windows]`.
pub(crate) fn command(words: &[&str]) -> Result<()> {
    match words {
        [] | ["linux"] => {
            let folder = made(&LINUX)?;
            tried(&folder.join(LINUX.program))?;
            let archive = named(&LINUX, "tar.gz");
            let tar = Shell::new("tar").within(&folder_of_all()).words("--sort=name --owner=0 --group=0");
            tar.words("--numeric-owner --mtime=@0 -czf").arg(&archive).arg(name_of(&folder)?).run()?;
            told(&archive)
        }
        ["windows"] => {
            let folder = made(&WINDOWS)?;
            let archive = named(&WINDOWS, "zip");
            let zip = Shell::new("zip").within(&folder_of_all()).words("-q -X -r").arg(&archive);
            zip.arg(name_of(&folder)?).run()?;
            println!(
                "this program was not tried now: that needs Windows (docs/operations.md says what was tried under Wine)"
            );
            told(&archive)
        }
        _ => bail!("how to call it: cargo xtask carry [linux|windows]"),
    }
}

fn folder_of_all() -> PathBuf {
    at("target/carry")
}

fn named(system: &System, ending: &str) -> PathBuf {
    folder_of_all().join(format!("kabinet-{}-{}.{ending}", env!("CARGO_PKG_VERSION"), system.name))
}

fn name_of(folder: &Path) -> Result<String> {
    Ok(folder.file_name().context("a folder without a name")?.to_string_lossy().into_owned())
}

/// Compiles the program and puts the folder together that is carried.
fn made(system: &System) -> Result<PathBuf> {
    if !is_there(system.compiler, "--version") {
        bail!(
            "no {}: on Debian the packages musl-tools and gcc-mingw-w64-x86-64-posix have it",
            system.compiler
        );
    }
    let build = "build --release --locked --bin kabinet --target";
    let build = Shell::cargo(build).arg(system.target);
    build.run().with_context(|| format!("is the target there? rustup target add {}", system.target))?;
    let folder = folder_of_all().join(format!("kabinet-{}-{}", env!("CARGO_PKG_VERSION"), system.name));
    clear(&folder)?;
    let of_cargo =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |given| root().join(given));
    let program = of_cargo.join(system.target).join("release").join(system.program);
    std::fs::copy(&program, folder.join(system.program))
        .with_context(|| format!("no {}", program.display()))?;
    for (from, to) in BESIDE {
        let to = folder.join(to);
        std::fs::create_dir_all(to.parent().unwrap_or(&folder))?;
        std::fs::copy(at(from), &to).with_context(|| format!("cannot copy {from}"))?;
    }
    Ok(folder)
}

/// Tries the program as a person would: begins a portal, writes a page, builds, searches, all from a folder with spaces and
/// Russian letters and without anything of this machine in its environment.
fn tried(program: &Path) -> Result<()> {
    let place = folder_of_all().join("Проба на флешке");
    clear(&place)?;
    let own = place.join("кабинет программа");
    std::fs::copy(program, &own)?;
    let run = |words: &[&str]| {
        let shell = Shell::new("env").words("-i LANG=ru_RU.UTF-8").arg(&own);
        words.iter().fold(shell, Shell::arg).within(&place).read()
    };
    run(&[
        "init",
        "Мой портал",
        "--name",
        "Методический кабинет",
        "--place",
        "район",
        "--address",
        "https://imc.example",
    ])?;
    let page =
        "---\nназвание: Семинар о чтении\nформа: семинар\nначало: 21.11.2030 10:00\n---\nРазбираем тексты.\n";
    put(&place.join("Мой портал/content/events/seminar.md"), page.as_bytes())?;
    run(&["build", "--root", "Мой портал"])?;
    let found = run(&["search", "семинары", "--root", "Мой портал"])?;
    if !found.contains("/events/seminar/") {
        bail!("the program does not find the page that it made:\n{found}");
    }
    println!("tried: init, build and search in «{}»", place.display());
    std::fs::remove_dir_all(&place).context("cannot clear what was tried")
}

/// Says where an archive lies and what its sum is, and writes the sum beside it as `sha256sum` does.
fn told(archive: &Path) -> Result<()> {
    let bytes = std::fs::read(archive)?;
    let (sum, name) = (sha256(&bytes), name_of(archive)?);
    put(&archive.with_file_name(format!("{name}.sha256")), format!("{sum}  {name}\n").as_bytes())?;
    println!("{}: {} MB, SHA-256 {sum}", archive.display(), bytes.len() / 1_000_000);
    Ok(())
}

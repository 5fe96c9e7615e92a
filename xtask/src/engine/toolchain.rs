//! A Rust compiler that can make WebAssembly together with its own standard library.
//!
//! Debian's packages for building web browsers bring one; any other machine has rustup, which adds the library's
//! sources. The library is compiled along, because the one that rustup ships carries the texts of all panics.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::shell::{Shell, is_there};

const DEBIAN: &str = "rustc-web cargo-web rust-web-src rust-web-llvm";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";

/// The first version that knows `-Cpanic=immediate-abort`.
const OLDEST: u32 = 91;

/// Names the compiler to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toolchain {
    /// From Debian's packages.
    Debian,
    /// The one that runs us, with `rust-src`.
    Rustup,
}

impl Toolchain {
    /// Takes what is there, or tries to install it.
    pub(super) fn find_or_install() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        if let Err(error) = install() {
            println!("{error:#}");
        }
        Self::find().with_context(|| {
            format!(
                "please install a compiler: on Debian `apt-get install {DEBIAN}` and the linker to which {DEBIAN_LINKER} leads; \
                 elsewhere `rustup component add rust-src` with Rust 1.{OLDEST} or later"
            )
        })
    }

    fn find() -> Option<Self> {
        [Self::Debian, Self::Rustup].into_iter().find(|toolchain| toolchain.is_whole())
    }

    fn is_whole(self) -> bool {
        let linked = self == Self::Rustup || Path::new(DEBIAN_LINKER).exists();
        linked && self.is_new_enough() && self.has_sources()
    }

    fn is_new_enough(self) -> bool {
        self.version().ok().and_then(|version| minor(&version)).is_some_and(|minor| minor >= OLDEST)
    }

    fn has_sources(self) -> bool {
        let Ok(sysroot) = Shell::new(self.rustc()).words("--print sysroot").read() else { return false };
        Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").exists()
    }

    fn rustc(self) -> &'static str {
        if self == Self::Debian { DEBIAN_RUSTC } else { "rustc" }
    }

    /// Returns what the compiler says of itself.
    pub(super) fn version(self) -> Result<String> {
        Ok(Shell::new(self.rustc()).arg("--version").read()?.trim().to_owned())
    }

    /// Prepares this compiler's cargo, with what only unstable flags can do.
    pub(super) fn cargo(self, line: &str) -> Shell {
        let shell = match self {
            Self::Rustup => Shell::cargo(line),
            // The libraries that cargo found for us are those of another compiler.
            Self::Debian => Shell::new(DEBIAN_CARGO)
                .words(line)
                .env("RUSTC", DEBIAN_RUSTC)
                .env("LD_LIBRARY_PATH", "")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER),
        };
        shell.env("RUSTC_BOOTSTRAP", "1")
    }
}

/// Installs Debian's packages, or else rustup's sources of the standard library.
fn install() -> Result<()> {
    if is_there("apt-get", "--version") && debian().is_ok() {
        return Ok(());
    }
    if !is_there("rustup", "--version") {
        bail!("there is neither apt-get with {DEBIAN} nor rustup");
    }
    Shell::new("rustup").words("component add rust-src").run()
}

/// Installs the packages and then the linker, whose package is called like the file that the link names.
fn debian() -> Result<()> {
    if apt(DEBIAN).is_err() {
        // A fresh machine does not know yet what packages there are.
        Shell::new("apt-get").words("update -qq").run()?;
        apt(DEBIAN)?;
    }
    if !Path::new(DEBIAN_LINKER).exists() {
        let linker = std::fs::read_link(DEBIAN_LINKER)?;
        apt(&linker.to_string_lossy())?;
    }
    Ok(())
}

fn apt(packages: &str) -> Result<()> {
    Shell::new("apt-get")
        .words("install -y -qq --no-install-recommends --no-remove")
        .words(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// Reads 96 of `rustc 1.96.0 (…)`.
fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("rustc 1.")?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn reads_the_minor_version() {
        assert_eq!(minor("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)"), Some(96));
        assert_eq!(minor("rustup 1.28"), None);
    }
}

//! Other programs: run one in the repository's root, show the command line, fail when it fails.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::root::root;

/// Describes one run of a program.
pub(crate) struct Shell {
    command: Command,
    shown: String,
}

impl Shell {
    /// Prepares a program to run in the root of the repository.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.current_dir(root()).stdin(Stdio::null());
        Self { command, shown: program.as_ref().to_string_lossy().into_owned() }
    }

    /// Prepares `cargo` with arguments written in one line.
    pub(crate) fn cargo(line: &str) -> Self {
        Self::new("cargo").words(line)
    }

    /// Adds arguments that hold no spaces, written in one line.
    #[must_use]
    pub(crate) fn words(self, line: &str) -> Self {
        line.split_whitespace().fold(self, Self::arg)
    }

    /// Adds one argument.
    #[must_use]
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown = format!("{} {}", self.shown, argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Sets a variable of the program's environment.
    #[must_use]
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.shown = format!("{name}={} {}", value.as_ref().to_string_lossy(), self.shown);
        self.command.env(name, value);
        self
    }

    /// Sets the folder to run in.
    #[must_use]
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs the program; its output goes where ours goes.
    pub(crate) fn run(mut self) -> Result<()> {
        println!("$ {}", self.shown);
        let status = self.command.status().with_context(|| format!("cannot start: {}", self.shown))?;
        if !status.success() {
            bail!("failed ({status}): {}", self.shown);
        }
        Ok(())
    }

    /// Runs the program, passing its output on line by line and showing each line to `look`.
    pub(crate) fn watch(mut self, mut look: impl FnMut(&str)) -> Result<()> {
        println!("$ {}", self.shown);
        let mut child = self
            .command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start: {}", self.shown))?;
        let output = child.stdout.take().context("the program has no output to read")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            look(&line);
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("failed ({status}): {}", self.shown);
        }
        Ok(())
    }

    /// Runs the program and returns whether it succeeded, with all that it said.
    pub(crate) fn capture(mut self) -> Result<(bool, String)> {
        let output = self.command.output().with_context(|| format!("cannot start: {}", self.shown))?;
        let said = [output.stdout, output.stderr].map(|part| String::from_utf8_lossy(&part).into_owned());
        Ok((output.status.success(), said.concat()))
    }

    /// Runs the program quietly and returns what it wrote.
    pub(crate) fn read(mut self) -> Result<String> {
        let output = self.command.output().with_context(|| format!("cannot start: {}", self.shown))?;
        if !output.status.success() {
            bail!("failed: {}\n{}", self.shown, String::from_utf8_lossy(&output.stderr));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Tells whether a program can be started.
pub(crate) fn is_there(program: &str, question: &str) -> bool {
    Shell::new(program).arg(question).read().is_ok()
}

//! What a call means, or why it means nothing.

use std::path::PathBuf;

use crate::diagnostic::{Format, Look};
use crate::options::{Options, SearchServer};
use crate::start::Given;

/// What the person wants done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Task {
    /// Begin a portal.
    Init {
        /// Where it begins.
        options: Options,
        /// What is known of the centre.
        given: Given,
        /// Whether what is missing is asked.
        asks: bool,
        /// Whether the portal is shown at once: a person sits before the screen.
        shows: bool,
    },
    /// Begin a page.
    New {
        /// The site.
        options: Options,
        /// The kind, as a person calls it.
        kind: String,
        /// The title.
        title: String,
        /// Values, each as `field=value`.
        fields: Vec<String>,
        /// Whether what is missing is asked.
        asks: bool,
    },
    /// Build and publish.
    Build(Options),
    /// All but the publishing.
    Check(Options),
    /// Search the published bundle.
    Search {
        /// Where the published site lies, and how to answer.
        options: Options,
        /// The query.
        query: String,
        /// How many pages to show.
        limit: usize,
    },
    /// Write the documents of search for a search server.
    Export {
        /// The site.
        options: Options,
        /// The server.
        to: SearchServer,
        /// Where to write, when it was given.
        folder: Option<PathBuf>,
    },
    /// Make a document from a file.
    Import {
        /// The site.
        options: Options,
        /// The files to read, and the folders whose files are read.
        files: Vec<PathBuf>,
        /// The kind of the documents; when none was named, it is guessed.
        kind: Option<String>,
        /// The id of the only document, when given.
        id: Option<String>,
        /// A document that was edited by hand is made anew.
        force: bool,
    },
    /// Issue a certificate of publication.
    Prove {
        /// The site.
        options: Options,
        /// The file of the document, or its name.
        file: PathBuf,
    },
    /// Preview while editing.
    Serve {
        /// The site.
        options: Options,
        /// The port on loopback, when it was given: then no other will do.
        port: Option<u16>,
        /// Whether to open a browser.
        open: bool,
    },
    /// Bring back the site before.
    Rollback(Options),
    /// Hold the published site against its manifest.
    Verify(Options),
    /// Print a text that was made by the command line itself, or by the table of rules.
    Print(String),
}

/// A task with what is needed to talk about it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Invocation {
    /// What to do.
    pub task: Task,
    /// How messages look.
    pub look: Look,
}

impl Invocation {
    /// How messages of the run are written.
    #[must_use]
    pub fn format(&self) -> Format {
        match &self.task {
            Task::Build(options)
            | Task::Check(options)
            | Task::Rollback(options)
            | Task::Verify(options)
            | Task::Search { options, .. }
            | Task::Init { options, .. }
            | Task::New { options, .. }
            | Task::Export { options, .. }
            | Task::Import { options, .. }
            | Task::Prove { options, .. }
            | Task::Serve { options, .. } => options.format,
            Task::Print(_) => Format::Human,
        }
    }
}

/// The end of a run before it began: help that was asked for, or a mistake in the call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reply {
    /// What to print; styled with ANSI codes when the stream's look allows colours.
    pub text: String,
    /// What programs read on the standard output, where a format for them was asked for; then nobody reads `text`.
    pub out: Option<String>,
    /// What is wrong, in one sentence; empty for help.
    pub finding: String,
    /// The exit code: 0 for help, 2 for a mistake.
    pub code: u8,
}

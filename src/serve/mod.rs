//! The preview: serves the site from memory on this computer alone, rebuilds it when its sources change, and
//! shows the messages of a build over the page.
//!
//! One thread builds ([`rebuild`]), the runtime answers requests ([`http`]), the watcher wakes the builder
//! ([`watch`]); [`connections`] bounds who may ask, [`attachment`] what may be read from the disk. They meet in
//! [`state`]: what is shown now. A build with errors changes the messages and leaves
//! the last good site. Nothing here writes to the disk.
//!
//! Must not know: how a site is built. It is given a function that does it.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::artifact::Artifact;
use crate::i18n::Lang;

mod attachment;
mod browser;
mod connections;
mod error;
mod http;
mod media;
mod port;
mod rebuild;
mod site;
mod state;
mod watch;
mod words;

pub use error::{RULES, ServeError};

use rebuild::Builder;
use state::State;

/// Settings of the preview.
#[derive(Clone, Debug, Default)]
pub struct ServeOptions {
    /// The port; `None` takes the first free one from [`DEFAULT_PORT`](crate::options::DEFAULT_PORT).
    pub port: Option<u16>,
    /// Whether to open the browser.
    pub open: bool,
    /// Folders whose changes rebuild the site, and the only ones whose files are shown. One that is missing is
    /// watched from when it appears.
    pub watch: Vec<PathBuf>,
    /// How long the head of a request may take, and the rest before it; `None` takes the usual time.
    pub deadline: Option<Duration>,
    /// The language of what the preview itself says.
    pub language: Lang,
}

/// How much a message weighs in the preview.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The site was not built.
    Error,
    /// Worth mending.
    Warning,
    /// For information.
    Note,
}

/// A message of the build, in words.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Message {
    /// Its weight.
    pub weight: Weight,
    /// The stable name of the rule.
    pub rule: String,
    /// `content/events/seminar.md:5:7`, or empty.
    pub place: String,
    /// What is wrong, in one sentence.
    pub headline: String,
    /// The excerpt with the cause, as plain text of several lines; may be empty.
    pub details: String,
    /// The ways to mend it.
    pub help: Vec<String>,
}

impl Message {
    /// The file that the message is about; empty when it is about none.
    fn file(&self) -> &str {
        let position = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut file = self.place.as_str();
        while let Some((before, _)) = file.rsplit_once(':').filter(|(_, last)| position(last)) {
            file = before;
        }
        file
    }
}

/// What is known of a page beside its text.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct PageNote {
    /// The file that it is written in: `content/events/seminar.md`.
    pub source: String,
    /// Why readers of the site do not see it, in words; `None` when they do.
    pub hidden: Option<String>,
}

/// What one build gave.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The output; `None` when there were errors: the last good site stays.
    pub site: Option<Vec<Artifact>>,
    /// What is known of pages, by the paths of their files in the output.
    pub pages: BTreeMap<String, PageNote>,
    /// The path of `base_url` under which the site is served: empty or `/imc`.
    pub base_path: String,
    /// All messages, the weightiest first.
    pub messages: Vec<Message>,
}

/// What the preview has to say in the terminal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ServeEvent {
    /// The site can be looked at.
    Ready {
        /// Where.
        url: String,
        /// Whether changes are noticed at once; otherwise every two seconds, or (`None`) not at all.
        instant: Option<bool>,
    },
    /// A build has ended.
    Built {
        /// Messages that keep the new site from being shown.
        errors: usize,
        /// Messages worth looking at.
        warnings: usize,
        /// Whether what is shown changed.
        changed: bool,
        /// Whether there is a site to look at: this one, or the last good one.
        shown: bool,
    },
    /// No browser could be opened.
    NoBrowser {
        /// What to open by hand.
        url: String,
    },
}

/// A running preview; stops when dropped.
pub struct Running {
    url: String,
    runtime: Option<Runtime>,
    _builder: Builder,
}

/// Serves until Ctrl-C.
///
/// # Errors
/// The port is taken or may not be used.
pub fn serve(
    options: &ServeOptions,
    build: impl Fn() -> Preview + Send + 'static,
    say: impl Fn(&ServeEvent) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let running = start(options, build, say)?;
    if let Some(runtime) = &running.runtime {
        runtime.block_on(tokio::signal::ctrl_c()).map_err(ServeError::Failed)?;
    }
    Ok(())
}

/// Builds once and serves in the background.
///
/// # Errors
/// The port is taken or may not be used.
pub fn start(
    options: &ServeOptions,
    build: impl Fn() -> Preview + Send + 'static,
    say: impl Fn(&ServeEvent) + Send + Sync + 'static,
) -> Result<Running, ServeError> {
    // Before the first build, which may take long: a taken port is told at once.
    let socket = port::bind(options.port)?;
    let address = socket.local_addr().map_err(ServeError::Failed)?;
    let (state, say) = (Arc::new(State::new(words::Words(options.language), &options.watch)), Arc::new(say));
    let builder = Builder::start(build, Arc::clone(&state), Arc::clone(&say), &options.watch)?;
    let runtime = runtime().map_err(ServeError::Failed)?;
    let router = http::router(Arc::clone(&state));
    let listener = {
        let _inside = runtime.enter();
        socket
            .set_nonblocking(true)
            .and_then(|()| TcpListener::from_std(socket))
            .map_err(ServeError::Failed)?
    };
    runtime.spawn(connections::accept(listener, router, options.deadline.unwrap_or(connections::DEADLINE)));
    let url = format!("http://{address}{}/", state.now().base_path);
    say(&ServeEvent::Ready { url: url.clone(), instant: builder.watches });
    if options.open && browser::open(&url).is_err() {
        say(&ServeEvent::NoBrowser { url: url.clone() });
    }
    Ok(Running { url, runtime: Some(runtime), _builder: builder })
}

fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

impl Running {
    /// Where the site can be looked at.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Open pages hold a connection for as long as they are shown: nobody waits for those.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

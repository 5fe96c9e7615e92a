//! The thread that builds: once at the start, then whenever something changed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::state::State;
use super::watch::Watcher;
use super::{Message, Preview, ServeError, ServeEvent, Weight};

/// Owns the watcher; the thread ends with it.
pub(super) struct Builder {
    _watcher: Option<Watcher>,
    /// See [`ServeEvent::Ready`].
    pub watches: Option<bool>,
}

impl Builder {
    /// Watches, builds for the first time, and goes on in the background.
    pub(super) fn start(
        build: impl Fn() -> Preview + Send + 'static,
        state: Arc<State>,
        say: Arc<impl Fn(&ServeEvent) + Send + Sync + 'static>,
        folders: &[PathBuf],
    ) -> Result<Self, ServeError> {
        let (wake, woken) = mpsc::channel();
        // Before the first build, so that what changes amid it is built again.
        let watcher = Watcher::start(folders, wake);
        let watches = watcher.as_ref().map(Watcher::is_instant);
        let turn = move || {
            let changed = state.show(careful(&build, &state));
            let now = state.now();
            let (errors, warnings) = (now.count(Weight::Error), now.count(Weight::Warning));
            say(&ServeEvent::Built { errors, warnings, changed, shown: now.site.is_some() });
        };
        turn();
        std::thread::Builder::new()
            .name("preview".to_owned())
            .spawn(move || while_woken(&woken, turn))
            .map_err(ServeError::Failed)?;
        Ok(Self { _watcher: watcher, watches })
    }
}

fn while_woken(woken: &Receiver<()>, turn: impl Fn()) {
    while woken.recv().is_ok() {
        while woken.try_recv().is_ok() {}
        turn();
    }
}

/// A fault of kabinet itself is one more message: the preview outlives it.
fn careful(build: impl Fn() -> Preview, state: &State) -> Preview {
    let help = if state.now().site.is_some() { "serve-fault-help" } else { "serve-fault-first" };
    catch_unwind(AssertUnwindSafe(build)).unwrap_or_else(|_| Preview {
        messages: vec![Message {
            weight: Weight::Error,
            rule: "serve-failed".to_owned(),
            place: String::new(),
            headline: state.words.get("serve-fault"),
            details: String::new(),
            help: vec![state.words.get(help)],
        }],
        ..Preview::default()
    })
}

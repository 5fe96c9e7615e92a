//! The threads that build: one makes what is shown, once at the start, then whenever something changed; another does
//! the rest of the newest build in the meantime. The first never waits for the second.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use super::error::ServeError;
use super::event::ServeEvent;
use super::message::{Message, Weight};
use super::pages::{Changed, Finished, Preview, Rest};
use super::state::{Shown, State, Turn};
use super::stop::Stop;
use super::watch::Watcher;
use super::work::Board;

/// Owns the watcher; the threads end with it.
pub(super) struct Builder {
    board: Arc<Board>,
    _watcher: Option<Watcher>,
    /// See [`ServeEvent::Ready`].
    pub watches: Option<bool>,
}

impl Builder {
    /// Watches, builds for the first time, and goes on in the background.
    pub(super) fn start(
        build: impl FnMut(Changed) -> Preview + Send + 'static,
        state: Arc<State>,
        say: Arc<impl Fn(&ServeEvent) + Send + Sync + 'static>,
        folders: &[PathBuf],
    ) -> Result<Self, ServeError> {
        let board = Arc::new(Board::default());
        // Before the first build, so that what changes amid it is built again.
        let watcher = Watcher::start(folders, &board);
        let watches = watcher.as_ref().map(Watcher::is_instant);
        let mut site = Site { build, state, say, rest: None };
        site.turn(Changed::Anything);
        let woken = Arc::clone(&board);
        let go_on = move || {
            while let Some(changed) = woken.take() {
                site.turn(changed);
            }
            drop(site.stop());
        };
        thread("preview", go_on).map_err(ServeError::Failed)?;
        Ok(Self { board, _watcher: watcher, watches })
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        self.board.close();
    }
}

/// What is built again and again.
struct Site<B, S> {
    build: B,
    state: Arc<State>,
    say: Arc<S>,
    /// What is left of the newest build.
    rest: Option<(Stop, Option<JoinHandle<()>>)>,
}

impl<B: FnMut(Changed) -> Preview, S: Fn(&ServeEvent) + Send + Sync + 'static> Site<B, S> {
    /// Builds once.
    fn turn(&mut self, changed: Changed) {
        let before = self.stop();
        let mut preview = self.careful(changed);
        let rest = preview.rest.take();
        let (turn, changed, former) = self.state.show(preview, rest.is_some());
        told(&self.state, &*self.say, changed);
        self.rest = rest.map(|rest| self.begin(rest, turn, (before, former)));
    }

    /// Stops what is left of the newest build.
    fn stop(&mut self) -> Option<JoinHandle<()>> {
        let (stop, thread) = self.rest.take()?;
        stop.set();
        thread
    }

    /// A fault of kabinet itself is one more message: the preview outlives it.
    fn careful(&mut self, changed: Changed) -> Preview {
        let build = AssertUnwindSafe(|| (self.build)(changed));
        catch_unwind(build)
            .unwrap_or_else(|_| Preview { messages: vec![fault(&self.state)], ..Preview::default() })
    }

    /// Begins with what is left once the rest of the build before has stopped, and the site before is let go of.
    fn begin(
        &self,
        rest: Rest,
        turn: Turn,
        (before, former): (Option<JoinHandle<()>>, Arc<Shown>),
    ) -> (Stop, Option<JoinHandle<()>>) {
        let stop = Stop::default();
        let (state, say, stopped) = (Arc::clone(&self.state), Arc::clone(&self.say), stop.clone());
        let work = move || {
            // However it ended: its messages were told where they matter.
            before.map(JoinHandle::join);
            drop(former);
            let finished = catch_unwind(AssertUnwindSafe(|| rest(&stopped)));
            let finished =
                finished.unwrap_or_else(|_| Some(Finished { messages: vec![fault(&state)], whole: false }));
            if finished.and_then(|finished| state.finish(turn, finished)) == Some(true) {
                told(&state, &*say, true);
            }
        };
        // Without a thread the rest is not done: pages are shown all the same.
        (stop, thread("preview-rest", work).ok())
    }
}

fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(work)
}

fn told(state: &State, say: &impl Fn(&ServeEvent), changed: bool) {
    let now = state.now();
    let (errors, warnings) = (now.count(Weight::Error), now.count(Weight::Warning));
    say(&ServeEvent::Built { errors, warnings, changed, shown: now.site.is_some() });
}

fn fault(state: &State) -> Message {
    let help = if state.now().site.is_some() { "serve-fault-help" } else { "serve-fault-first" };
    Message {
        weight: Weight::Error,
        rule: "serve-failed".to_owned(),
        place: String::new(),
        headline: state.words.get("serve-fault"),
        details: String::new(),
        help: vec![state.words.get(help)],
    }
}

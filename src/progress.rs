//! Progress of a long build on a terminal.
//!
//! Nothing is drawn in the first half second, nor when the output is piped, nor after the build. Cheap to
//! call from many threads; knows nothing of what the stages do.

use crate::i18n::{self, Arg, Lang};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A build shorter than this passes in silence.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the line is drawn anew.
const BEAT: Duration = Duration::from_millis(120);

/// What a build is busy with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stage {
    /// Reading files.
    Load,
    /// Putting the site together.
    Model,
    /// Checking it.
    Check,
    /// Making pages.
    Render,
    /// Making the search bundle.
    Index,
    /// Making pictures.
    Derive,
    /// Publishing.
    Emit,
}

/// The line of progress; draws nothing when made by [`Progress::silent`].
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    now: Arc<Mutex<String>>,
    lang: Lang,
}

impl Stage {
    const fn key(self) -> &'static str {
        match self {
            Self::Load => "stage-load",
            Self::Model => "stage-model",
            Self::Check => "stage-check",
            Self::Render => "stage-render",
            Self::Index => "stage-index",
            Self::Derive => "stage-derive",
            Self::Emit => "stage-emit",
        }
    }
}

impl Progress {
    /// A line that is drawn on the terminal when `drawn`, in the words of a language.
    #[must_use]
    pub(crate) fn new(drawn: bool, lang: Lang) -> Self {
        let target = if drawn { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let progress = Self::on(target, lang);
        if drawn {
            progress.bar.enable_steady_tick(BEAT);
        }
        progress
    }

    /// A line that is never drawn.
    #[must_use]
    pub(crate) fn silent() -> Self {
        Self::new(false, Lang::default())
    }

    fn on(target: ProgressDrawTarget, lang: Lang) -> Self {
        let now = Arc::new(Mutex::new(String::new()));
        let shown = Arc::clone(&now);
        // The line is a key of the style, not a message: setting a message would draw at once.
        let line = move |state: &ProgressState, out: &mut dyn Write| {
            if state.elapsed() >= PATIENCE {
                let stage = shown.lock().unwrap_or_else(PoisonError::into_inner);
                let _ = out.write_str(&line(&stage, state));
            }
        };
        let style =
            ProgressStyle::with_template("{line}").unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = ProgressBar::with_draw_target(None, target).with_style(style.with_key("line", line));
        Self { bar, now, lang }
    }

    /// Begins a stage.
    pub(crate) fn begin(&self, stage: Stage) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = i18n::text(self.lang, stage.key(), &[]);
    }

    /// Tells how much of a stage is done.
    pub(crate) fn count(&self, stage: Stage, done: usize, all: usize) {
        let args = [("done", done), ("all", all)].map(|(name, number)| (name, Arg::Text(number.to_string())));
        let key = format!("{}-count", stage.key());
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = i18n::text(self.lang, &key, &args);
    }

    /// Takes the line away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

/// «| Строю страницы…».
fn line(stage: &str, state: &ProgressState) -> String {
    let spinner = ['|', '/', '-', '\\'][(state.elapsed().as_millis() / BEAT.as_millis() % 4) as usize];
    format!("{spinner} {stage}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::io::Result;

    /// A terminal that remembers what was written on it.
    #[derive(Clone, Debug, Default)]
    struct Paper(Arc<Mutex<String>>);

    impl TermLike for Paper {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> Result<()> {
            self.write_str(text)
        }
        fn write_str(&self, text: &str) -> Result<()> {
            self.0.lock().expect("one thread").push_str(text);
            Ok(())
        }
        fn clear_line(&self) -> Result<()> {
            Ok(())
        }
        fn flush(&self) -> Result<()> {
            Ok(())
        }
    }

    fn drawn_at(elapsed: Duration) -> String {
        let paper = Paper::default();
        let progress = Progress::on(ProgressDrawTarget::term_like(Box::new(paper.clone())), Lang::Ru);
        progress.bar.set_elapsed(elapsed);
        progress.begin(Stage::Render);
        progress.bar.force_draw();
        paper.0.lock().expect("one thread").trim().to_owned()
    }

    #[test]
    fn a_short_build_draws_nothing_and_a_long_one_names_the_stage() {
        assert_eq!(drawn_at(Duration::ZERO), "");
        let line = drawn_at(PATIENCE);
        assert!(line.contains("Строю страницы…"), "{line}");
    }

    #[test]
    fn what_takes_long_tells_how_far_it_is() {
        let progress = Progress::silent();
        progress.count(Stage::Derive, 12, 200);
        assert_eq!(*progress.now.lock().expect("one thread"), "Готовлю картинки: 12 из 200");
    }
}

//! The opened project.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::bundle::Bundle;
use super::kept;
use super::prepared::Prepared;
use super::purge;
use super::view::View;
use crate::ask::Lists;
use crate::config::Config;
use crate::derive::Workshop;
use crate::load::{self, Store};
use crate::model::{self, Memory};
use crate::options::Options;
use crate::progress::{Progress, Stage};
use crate::render::Kit;
use crate::{check, theme::Theme};

/// An opened site.
pub(crate) struct Project {
    options: Options,
    store: Store,
    memory: Memory,
    checked: check::Memory,
    kit: Option<Arc<Kit>>,
    lists: Option<Arc<Lists>>,
    bundle: Arc<Bundle>,
    workshop: Arc<Workshop>,
    /// Whether what was read is kept for the next time.
    stays: bool,
}

impl Project {
    /// Opens a site for one build: what was read is let go of as soon as nobody needs it.
    pub(crate) fn once(options: &Options) -> Self {
        Self {
            options: options.clone(),
            store: Store::default(),
            memory: Memory::default(),
            checked: check::Memory::default(),
            kit: None,
            lists: None,
            bundle: Arc::default(),
            workshop: Arc::new(Workshop::of(&options.root)),
            stays: false,
        }
    }

    /// Opens a site that will be built again and again.
    pub(crate) fn open(options: &Options) -> Self {
        Self { stays: true, store: Store::staying(), memory: Memory::keeping(), ..Self::once(options) }
    }

    /// Says that any file may have come, gone or changed.
    pub(crate) fn all_changed(&mut self) {
        self.store.look_again();
    }

    /// Says that files were changed, even if they look as before.
    pub(crate) fn changed<'p>(&mut self, paths: impl Iterator<Item = &'p Path>) {
        self.store.forget(&self.options.root, paths);
    }

    /// Loads, resolves and checks.
    ///
    /// # Errors
    /// When the site's folder cannot be read.
    pub(crate) fn prepare(&mut self, progress: &Progress) -> anyhow::Result<Prepared> {
        progress.begin(Stage::Load);
        let (loaded, mut messages) = load::load(&self.options.root, &mut self.store, &self.workshop)?;
        let content = self.store.fingerprint();
        if !self.stays {
            self.store = Store::default();
        }
        let today = today(&self.options, &loaded.declared.config);
        progress.begin(Stage::Model);
        let (built, more) = model::build(loaded, today, &mut self.memory);
        messages.extend(more);
        progress.begin(Stage::Check);
        messages.extend(check::check(&built.site, &mut self.checked));
        kept::check(&built, &self.options, &mut messages);
        let purges = purge::purges(&built, &self.options, &mut messages);
        let kit = self.kit(&built.theme, &built.site.config.language);
        let lists = Lists::of(&built.site, self.lists.as_ref());
        self.lists = Some(Arc::clone(&lists));
        Ok(Prepared {
            fingerprint: fingerprint(content, &kit, today),
            kit,
            workshop: Arc::clone(&self.workshop),
            lists,
            settled: built.lock,
            lock_before: built.lock_before,
            purges,
            messages,
            site: built.site,
        })
    }

    /// Makes a prepared site ready to be looked at.
    pub(crate) fn view(&self, prepared: Prepared) -> View {
        View::new(prepared, Arc::clone(&self.bundle))
    }

    /// What the theme gives to all pages: made anew only when the theme or the language is another.
    fn kit(&mut self, theme: &Arc<Theme>, language: &str) -> Arc<Kit> {
        let known = self.kit.take().filter(|kit| kit.is_of(theme, language));
        let kit = known.unwrap_or_else(|| Arc::new(Kit::new(theme, language)));
        self.kit = Some(Arc::clone(&kit));
        kit
    }
}

fn fingerprint(content: u64, kit: &Kit, today: Date) -> u64 {
    let mut hasher = DefaultHasher::new();
    (content, kit.fingerprint(), today).hash(&mut hasher);
    hasher.finish()
}

/// The day of the build: as given, else the day it is now at the centre.
fn today(options: &Options, config: &Config) -> Date {
    let zone = jiff::tz::TimeZone::get(&config.time_zone);
    zone.map_or(options.today, |zone| options.today_in(&zone))
}

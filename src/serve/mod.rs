//! The preview: serves the site from memory on this computer alone, rebuilds it when its sources change, and
//! shows the messages of a build over the page.
//!
//! The watcher notes what changed ([`watch`], [`work`]), one thread builds what can be shown at once and another does
//! the rest ([`rebuild`]), the runtime answers requests, for which pages are drawn when they are asked for ([`http`],
//! [`site`]); [`connections`] bounds who may ask, [`attachment`] what may be read from the disk. They meet in
//! [`state`]: what is shown now. A build with errors changes the messages and leaves the last good site. Nothing here
//! writes to the disk.
//!
//! Must not know: how a site is built or drawn. It is given a function and [`Pages`] that do it.

mod attachment;
mod browser;
mod connections;
mod drafts;
mod error;
mod event;
mod http;
mod media;
mod message;
mod options;
mod pages;
mod port;
mod rebuild;
mod running;
mod site;
mod state;
mod stop;
mod watch;
mod words;
mod work;

pub use error::{RULES, ServeError};
pub use event::ServeEvent;
pub use message::{Message, Weight};
pub use options::ServeOptions;
pub use pages::{Changed, Finished, Lying, PageNote, Pages, Preview, Rest, Unpublished};
pub use running::{Running, serve, start};
pub use stop::Stop;

//! The commands: what each does with the library, and what it says at the end. `main` only prints it.

mod build;
mod export;
mod import;
mod preview;
mod prove;
mod said;
mod search;
mod start;
mod targets;
mod told;
mod verify;

pub use said::Said;

use crate::cli::{Invocation, Task};

/// Does a task.
///
/// # Errors
/// On faults of disk and network; what is wrong with the content is said, not returned.
pub fn perform(invocation: &Invocation) -> anyhow::Result<Said> {
    let look = &invocation.look;
    match &invocation.task {
        Task::Print(text) => Ok(Said { out: text.clone(), ..Said::default() }),
        Task::Init { options, given, asks, shows } => start::init(options, given, (*asks, *shows), look),
        Task::New { options, kind, title, fields, asks } => {
            start::page(options, (kind, title, fields), *asks, look)
        }
        Task::Build(options) => build::build(options, look),
        Task::Check(options) => build::check(options, look),
        Task::Rollback(options) => build::rollback(options, look),
        Task::Verify(options) => Ok(verify::verify(options, look)),
        Task::Search { options, query, limit } => search::search(options, query, *limit),
        Task::Export { options, to, folder } => export::search(options, *to, folder.as_deref(), look),
        Task::Import { options, files, kind, id, force } => {
            let wish = import::Wish { kind: kind.as_deref(), id: id.as_deref(), force: *force };
            import::import(options, files, &wish, look)
        }
        Task::Prove { options, file } => prove::prove(options, file, look),
        Task::Serve { options, port, open } => preview::serve(options, *port, *open, look),
    }
}

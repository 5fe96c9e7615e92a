//! Work that nobody waits for: on one processor, and there only when nothing else wants it.

/// Does long work so that the next change finds a free processor. Threads that the work begins inherit its low priority.
pub(super) fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).start_handler(|_| last_in_line());
    match pool.build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Lets every other thread go first. Only Linux has priorities of threads that need no privilege; elsewhere the system
/// shares as it likes.
fn last_in_line() {
    #[cfg(target_os = "linux")]
    rustix::process::setpriority_process(None, LOWEST).ok();
}

/// The lowest priority that there is, in the terms of `setpriority`.
#[cfg(target_os = "linux")]
const LOWEST: i32 = 19;

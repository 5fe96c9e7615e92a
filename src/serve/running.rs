//! Starting and stopping.

use std::io;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::error::ServeError;
use super::event::ServeEvent;
use super::options::ServeOptions;
use super::pages::{Changed, Preview};
use super::rebuild::Builder;
use super::state::State;
use super::words::Words;
use super::{browser, connections, http, port};

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
    build: impl FnMut(Changed) -> Preview + Send + 'static,
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
    build: impl FnMut(Changed) -> Preview + Send + 'static,
    say: impl Fn(&ServeEvent) + Send + Sync + 'static,
) -> Result<Running, ServeError> {
    // Before the first build, which may take long: a taken port is told at once.
    let socket = port::bind(options.port)?;
    let address = socket.local_addr().map_err(ServeError::Failed)?;
    let (state, say) = (Arc::new(State::new(Words(options.language), &options.watch)), Arc::new(say));
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

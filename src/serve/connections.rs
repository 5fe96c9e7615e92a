//! The connections of the preview: how many there are at once, and how long one may keep silent.
//!
//! The head of a request has a deadline, and so has the rest between two requests. When all places are taken, the
//! connection that has waited longest for a request gives up its own, else the one that is answered longest: however
//! many connections are slow or silent, a reader gets in. What is being answered has no deadline, since the events of
//! an open page go on for as long as it is open.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use http_body::{Frame, SizeHint};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// How many connections there may be at once. A browser opens six to a host.
pub(super) const MOST: usize = 128;

/// How long the head of a request may take, and the rest before it, unless something else is asked for.
pub(super) const DEADLINE: Duration = Duration::from_secs(15);

/// How long nothing is accepted when the system has no room for more connections.
const REST: Duration = Duration::from_millis(200);

/// Accepts connections for ever.
pub(super) async fn accept(listener: TcpListener, router: Router, deadline: Duration) {
    let places = Arc::new(Places::default());
    for number in 0.. {
        let stream = next(&listener).await;
        let place = Place { number, places: Arc::clone(&places) };
        places.enter(number, || tokio::spawn(talk(stream, router.clone(), place, deadline)).abort_handle());
    }
}

/// The next connection. One that breaks off before it is taken is none.
async fn next(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

/// Answers all requests of one connection.
async fn talk(stream: TcpStream, router: Router, place: Place, deadline: Duration) {
    let place = Arc::new(place);
    let router = router.layer(from_fn_with_state(Arc::clone(&place), answering));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(deadline);
    let talking = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    // Whoever hangs up amid an answer has seen enough.
    let _ = talking.await;
}

/// Keeps the connection marked as answered until the last byte of the answer is handed over.
async fn answering(State(place): State<Arc<Place>>, request: Request, next: Next) -> Response {
    let busy = Busy::new(place);
    next.run(request).await.map(|body| Body::new(Answer { body, _busy: busy }))
}

/// The connections that are open, in the order of their coming.
#[derive(Default)]
struct Places(Mutex<BTreeMap<u64, Open>>);

/// An open connection.
struct Open {
    /// How many answers are under way on it.
    answers: usize,
    end: AbortHandle,
}

impl Places {
    fn all(&self) -> MutexGuard<'_, BTreeMap<u64, Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Enters a new connection; above the bound another one ends.
    fn enter(&self, number: u64, begin: impl FnOnce() -> AbortHandle) {
        let mut all = self.all();
        let ended = if all.len() < MOST { None } else { longest_waiting(&all) };
        let ended = ended.and_then(|number| all.remove(&number));
        // Under the lock: a connection that ends at once must find itself here.
        all.insert(number, Open { answers: 0, end: begin() });
        drop(all);
        if let Some(ended) = ended {
            ended.end.abort();
        }
    }
}

/// The oldest connection that waits for a request; if there is none, the oldest of all.
fn longest_waiting(all: &BTreeMap<u64, Open>) -> Option<u64> {
    let waiting = all.iter().find(|(_, open)| open.answers == 0);
    waiting.or_else(|| all.first_key_value()).map(|(number, _)| *number)
}

/// One connection's place, given up when the connection ends in whatever way.
struct Place {
    number: u64,
    places: Arc<Places>,
}

impl Place {
    fn count(&self, change: impl FnOnce(usize) -> usize) {
        if let Some(open) = self.places.all().get_mut(&self.number) {
            open.answers = change(open.answers);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.all().remove(&self.number);
    }
}

/// Marks a place as answered for as long as it lives.
struct Busy(Arc<Place>);

impl Busy {
    fn new(place: Arc<Place>) -> Self {
        place.count(|answers| answers + 1);
        Self(place)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.count(|answers| answers.saturating_sub(1));
    }
}

/// The body of an answer, which knows when it is over.
struct Answer {
    body: Body,
    _busy: Busy,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

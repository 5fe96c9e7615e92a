//! Answers to the browser.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::io::AsyncReadExt as _;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tokio_util::io::ReaderStream;

use super::attachment::Opened;
use super::drafts::{self, escaped};
use super::media;
use super::message::Message;
use super::pages::PageNote;
use super::site::{Found, Held, Site};
use super::state::{Shown, State};

const SCRIPT: &str = include_str!("client/preview.js");
const STYLE: &str = include_str!("client/preview.css");
const HIDDEN_STYLE: &str = include_str!("client/hidden.css");
const HTML: &str = "text/html; charset=utf-8";

/// A page written by hand that is longer than this is shown without what the preview adds. In bytes.
const LONGEST_PAGE: u64 = 16 * 1024 * 1024;
/// A file is sent in pieces of so many bytes.
const PIECE: usize = 64 * 1024;

type Answer = Response<Body>;

/// All addresses of the preview; its own lie under `/_kabinet/`, where no site has any.
pub(super) fn router(state: Arc<State>) -> Router {
    Router::new()
        .route("/_kabinet/preview.js", get(|| async { answer(StatusCode::OK, media::of(".js"), SCRIPT) }))
        .route("/_kabinet/preview.css", get(|| async { answer(StatusCode::OK, media::of(".css"), STYLE) }))
        .route(
            "/_kabinet/hidden.css",
            get(|| async { answer(StatusCode::OK, media::of(".css"), HIDDEN_STYLE) }),
        )
        .route(
            "/_kabinet/drafts.css",
            get(|| async { answer(StatusCode::OK, media::of(".css"), drafts::STYLE) }),
        )
        .route("/_kabinet/drafts", get(unpublished))
        .route("/_kabinet/events", get(events))
        .fallback(page)
        .layer(from_fn_with_state(Arc::clone(&state), only_from_here))
        .with_state(state)
}

/// A page of some other site could have its name resolved to this computer and read the preview through the
/// reader's browser. The browser then still sends that other name.
async fn only_from_here(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Answer {
    if is_loopback(request.headers()) {
        return next.run(request).await;
    }
    answer(StatusCode::FORBIDDEN, media::of(".txt"), state.words.get("serve-foreign-host"))
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

async fn events(Shared(state): Shared<Arc<State>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let told = WatchStream::new(state.changes()).map(|told| Ok(Event::default().event("state").data(told)));
    Sse::new(told).keep_alive(KeepAlive::default())
}

/// The list of what readers of the site do not see.
async fn unpublished(Shared(state): Shared<Arc<State>>) -> Answer {
    let drawn = tokio::task::spawn_blocking(move || {
        let shown = state.now();
        let Some(site) = &shown.site else { return nothing_yet(&state, &shown) };
        let text = drafts::text(&site.unpublished(), &shown.base_path, &state.words);
        answer(StatusCode::OK, HTML, dressed(text, shown.fingerprint(), None))
    });
    drawn.await.unwrap_or_else(|_| answer(StatusCode::INTERNAL_SERVER_ERROR, media::of(".txt"), ""))
}

async fn page(Shared(state): Shared<Arc<State>>, method: Method, uri: Uri) -> Answer {
    if method != Method::GET && method != Method::HEAD {
        return answer(StatusCode::METHOD_NOT_ALLOWED, media::of(".txt"), "");
    }
    // Copying a large attachment out of the disk must not hold up the other answers.
    let found = tokio::task::spawn_blocking(move || look_up(&state, &uri)).await;
    found.unwrap_or_else(|_| answer(StatusCode::INTERNAL_SERVER_ERROR, media::of(".txt"), ""))
}

fn look_up(state: &State, uri: &Uri) -> Answer {
    let shown = state.now();
    let Some(site) = &shown.site else { return nothing_yet(state, &shown) };
    let base = shown.base_path.trim_end_matches('/');
    // What stands for no text is no address of the site either.
    let path = percent_decode_str(uri.path()).decode_utf8().ok();
    let below = path.as_deref().and_then(|path| path.strip_prefix(base)?.strip_prefix('/'));
    match below.map_or(Found::Nothing, |below| site.find(below)) {
        Found::File(name, Held::Failed) => failed(&name, below.unwrap_or_default(), state, &shown),
        Found::File(name, held) => file(StatusCode::OK, &name, held, (state, &shown, site)),
        Found::Folder => redirect(&format!("{}/", uri.path()), uri),
        Found::Nothing if !base.is_empty() && matches!(path.as_deref(), Some("/")) => {
            redirect(&format!("{base}/"), uri)
        }
        Found::Nothing if path.as_deref() == Some(base) => redirect(&format!("{base}/"), uri),
        Found::Nothing => match site.not_found() {
            Some(held) => file(StatusCode::NOT_FOUND, "404.html", held, (state, &shown, site)),
            None => bare(StatusCode::NOT_FOUND, &state.words.get("serve-not-found"), &shown),
        },
    }
}

/// A page that cannot be drawn now is shown as it was when all could be.
fn failed(name: &str, below: &str, state: &State, shown: &Shown) -> Answer {
    let before = shown.whole().map(|site| (site, site.find(below)));
    match before {
        Some((site, Found::File(_, held))) if !matches!(held, Held::Failed) => {
            file(StatusCode::OK, name, held, (state, shown, site))
        }
        _ => not_drawn(state, shown),
    }
}

fn file(status: StatusCode, name: &str, held: Held, (state, shown, site): (&State, &Shown, &Site)) -> Answer {
    let kind = media::of(name);
    let gone = || bare(StatusCode::NOT_FOUND, &state.words.get("serve-file-gone"), shown);
    let page = |bytes| {
        let note = site.note(name);
        answer(status, HTML, dressed(bytes, shown.fingerprint(), note.as_ref()))
    };
    match held {
        Held::Bytes(bytes) if kind == HTML => page(bytes),
        Held::Bytes(bytes) => answer(status, kind, bytes),
        Held::Gone => gone(),
        Held::Failed => not_drawn(state, shown),
        Held::Undrawn(why) => undrawn(&why, site.note(name).as_ref(), state, shown),
        Held::Making => making(),
        Held::File(file) => match file.open() {
            Err(_) => gone(),
            Ok(opened) if kind == HTML && opened.size <= LONGEST_PAGE => {
                opened.read().map_or_else(|_| gone(), page)
            }
            Ok(opened) => streamed(status, kind, opened),
        },
    }
}

/// A file of any length, read as it is sent, and no further than it was long when it was opened.
fn streamed(status: StatusCode, kind: &'static str, Opened { file, size }: Opened) -> Answer {
    let bytes = tokio::fs::File::from_std(file).take(size);
    let body = Body::from_stream(ReaderStream::with_capacity(bytes, PIECE));
    let mut answer = answer(status, kind, body);
    answer.headers_mut().insert(header::CONTENT_LENGTH, size.into());
    answer
}

/// Data of search are made after the pages: whoever asks for them comes again.
fn making() -> Answer {
    let mut answer = answer(StatusCode::SERVICE_UNAVAILABLE, media::of(".txt"), "");
    answer.headers_mut().insert(header::RETRY_AFTER, 1.into());
    answer
}

/// Before the first good build there is nothing to show but the messages.
fn nothing_yet(state: &State, shown: &Shown) -> Answer {
    bare(StatusCode::SERVICE_UNAVAILABLE, &state.words.get("serve-nothing-yet"), shown)
}

/// What cannot be made though the site was: the messages of the build tell why.
fn not_drawn(state: &State, shown: &Shown) -> Answer {
    bare(StatusCode::INTERNAL_SERVER_ERROR, &state.words.get("serve-not-drawn"), shown)
}

/// A page that only its author sees and that no build tells of: what is wrong stands in its place.
fn undrawn(why: &[Message], note: Option<&PageNote>, state: &State, shown: &Shown) -> Answer {
    let said = why.iter().flat_map(|message| std::iter::once(&message.headline).chain(&message.help));
    let said = said.map(|line| format!("<p>{}</p>", escaped(line))).collect::<String>();
    let text = format!("<p><strong>{}</strong></p>{said}", escaped(&state.words.get("serve-undrawn")));
    answer(StatusCode::INTERNAL_SERVER_ERROR, HTML, dressed(plain(&text), shown.fingerprint(), note))
}

fn bare(status: StatusCode, text: &str, shown: &Shown) -> Answer {
    answer(status, HTML, dressed(plain(&format!("<p>{}</p>", escaped(text))), shown.fingerprint(), None))
}

/// A page of the preview's own.
fn plain(text: &str) -> Vec<u8> {
    format!("<!doctype html><meta charset=utf-8><title>kabinet</title><body>{text}</body>").into_bytes()
}

/// Puts into a page what the preview adds. Pages allow scripts and styles of their own host only, so these are files,
/// and what they need to know stands in attributes.
fn dressed(mut page: Vec<u8>, fingerprint: &str, note: Option<&PageNote>) -> Vec<u8> {
    let source = escaped(note.map_or("", |note| &note.source));
    let script = format!(
        "<script src=\"/_kabinet/preview.js\" data-site=\"{fingerprint}\" data-source=\"{source}\" defer></script>"
    );
    let end = page.windows(7).rposition(|part| part.eq_ignore_ascii_case(b"</body>")).unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    if let Some(why) = note.and_then(|note| note.hidden.as_deref()) {
        let start = after_body_tag(&page);
        page.splice(start..start, hidden_line(why).into_bytes());
    }
    page
}

/// The line over a page that readers of the site do not see.
fn hidden_line(why: &str) -> String {
    let why = escaped(why);
    format!(
        "<link rel=\"stylesheet\" href=\"/_kabinet/hidden.css\"><p class=\"kabinet-hidden\" role=\"note\">{why}</p>"
    )
}

/// Where the text of a page begins.
fn after_body_tag(page: &[u8]) -> usize {
    let tag = page.windows(5).position(|part| part.eq_ignore_ascii_case(b"<body"));
    let end = tag.and_then(|at| page[at..].iter().position(|byte| *byte == b'>').map(|end| at + end + 1));
    end.unwrap_or(0)
}

fn redirect(path: &str, uri: &Uri) -> Answer {
    // Two slashes at the start would name another host.
    let path = format!("/{}", path.trim_start_matches('/'));
    let to = uri.query().map_or(path.clone(), |query| format!("{path}?{query}"));
    let headers = [(header::LOCATION, to), (header::CACHE_CONTROL, "no-store".to_owned())];
    (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
}

fn answer(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Answer {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, body.into()).into_response()
}

//! The pages of the book and what they load, from the newest build.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream;
use timeline::escape;
use tokio::io::AsyncReadExt;

use super::html::dress;
use super::policy;
use crate::app::App;

/// Answers every path that is not of the API.
pub async fn page(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path().to_string();
    let headers = request.headers().clone();
    // Files are read with the blocking calls of `std`, away from the event
    // loop: two dozen small files a page.
    let answer =
        tokio::task::spawn_blocking(move || answer(&app, &path, &headers));
    answer
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(app: &App, path: &str, headers: &HeaderMap) -> Response {
    let Some(relative) = relative(path) else {
        return missing(app, StatusCode::BAD_REQUEST, headers);
    };
    if !app.site.is_built() {
        return unbuilt(app, headers);
    }
    match app.site.file(&relative) {
        Some(file) => serve(app, StatusCode::OK, &file, headers),
        None => missing(app, StatusCode::NOT_FOUND, headers),
    }
}

/// The file a path means, or nothing if it tries to leave the site.
///
/// The path is decoded once, as a browser would encode it. What then still
/// has a backslash, a colon, a NUL, or a component of dots, no link of the
/// book contains.
fn relative(path: &str) -> Option<PathBuf> {
    let decoded = percent_decode(path)?;
    let decoded = decoded.strip_prefix('/')?;
    if decoded.contains(['\\', ':', '\0']) {
        return None;
    }
    let mut relative = PathBuf::new();
    let (folders, file) = decoded.rsplit_once('/').unwrap_or(("", decoded));
    let folders = folders.split('/').filter(|_| !folders.is_empty());
    for part in folders {
        if part.is_empty() || part.starts_with('.') {
            return None;
        }
        relative.push(part);
    }
    match file {
        "" => relative.push("index.html"),
        file if file.starts_with('.') => return None,
        file => relative.push(file),
    }
    Some(relative)
}

fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn serve(
    app: &App,
    status: StatusCode,
    file: &Path,
    headers: &HeaderMap,
) -> Response {
    if file
        .extension()
        .is_some_and(|extension| extension == "html")
    {
        return match std::fs::read_to_string(file) {
            Ok(text) => html(app, status, file, &text, headers),
            Err(_) => gone(),
        };
    }
    // Ask again each time, and send the bytes only when they have changed.
    let tag = tag(file);
    let known = headers.get(header::IF_NONE_MATCH);
    let common = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::ETAG, tag.clone()),
        (header::CONTENT_TYPE, HeaderValue::from_static(kind(file))),
    ];
    if known == Some(&tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let opened = std::fs::File::open(file)
        .and_then(|open| Ok((open.metadata()?.len(), open)));
    match opened {
        Ok((length, open)) => {
            let length = [(header::CONTENT_LENGTH, length)];
            (status, common, length, pieces(open)).into_response()
        }
        Err(_) => gone(),
    }
}

/// One piece is read when the one before is taken: many who ask for a large
/// file, and do not take it, cost little.
fn pieces(file: std::fs::File) -> Body {
    let file = tokio::fs::File::from_std(file);
    let pieces = stream::unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        match file.read(&mut piece).await {
            Ok(0) => None,
            Ok(length) => {
                piece.truncate(length);
                Some((Ok(Bytes::from(piece)), file))
            }
            Err(error) => Some((Err(error), file)),
        }
    });
    Body::from_stream(pieces)
}

const PIECE: usize = 64 * 1024;

/// A page, with the token that makes its buttons work.
///
/// Only a page that the browser itself shows gets it. A script that asks for
/// the page, be it one that an earlier program on this port has left behind,
/// gets the words alone.
fn html(
    app: &App,
    status: StatusCode,
    file: &Path,
    text: &str,
    asked: &HeaderMap,
) -> Response {
    // The table of contents stands in a frame when there is no JavaScript.
    // It needs no token, and no other page may be framed.
    let framed = file.file_name().is_some_and(|name| name == "toc.html");
    let shown = asked
        .get("sec-fetch-dest")
        .is_none_or(|what| what == "document");
    let identity = (shown && !framed).then_some(&app.identity);
    let nonce = policy::nonce();
    let body = dress(text, identity, &nonce);
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    // The token is in it.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    policy::for_page(headers, &nonce, framed);
    response
}

/// The book's own page for what is not there.
fn missing(app: &App, status: StatusCode, headers: &HeaderMap) -> Response {
    let own = app.site.file(Path::new("404.html"));
    if let Some(file) = own
        && let Ok(text) = std::fs::read_to_string(&file)
    {
        return html(app, status, &file, &text, headers);
    }
    let text = "<!DOCTYPE html><html lang=\"en\"><head><title>Not found\
                </title></head><body><h1>Not found</h1><p><a href=\"/\">To \
                the book</a></p></body></html>";
    html(app, status, Path::new("404.html"), text, headers)
}

/// Instead of any page while no build has ever succeeded: the error, and a
/// script that loads the book as soon as it is there.
fn unbuilt(app: &App, headers: &HeaderMap) -> Response {
    let (status, title, text) = match app.site.error() {
        Some(error) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "The book could not be built",
            error,
        ),
        None => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The book is being built",
            "One moment.".to_string(),
        ),
    };
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n\
         <meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n\
         body {{ font: 1rem/1.5 sans-serif; max-width: 60rem; \
         margin: 2rem auto; padding: 0 1rem; }}\n\
         pre {{ white-space: pre-wrap; padding: 1rem; \
         background: #f2f2f2; color: #111; }}\n</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<pre>{}</pre>\n\
         <p>This page loads itself again when a file is saved.</p>\n\
         <script>{WAIT}</script>\n</body>\n</html>\n",
        escape(&text)
    );
    html(app, status, Path::new("error.html"), &page, headers)
}

/// The book's own scripts are not there yet.
const WAIT: &str = r#"
const token = document.querySelector("meta[name=book-token]").content;
const events = new EventSource("/api/events?token=" + token);
events.onmessage = (message) => {
  const event = JSON.parse(message.data);
  if (event.kind === "reload") location.reload();
  if (event.kind === "build-error") {
    document.querySelector("h1").textContent = "The book could not be built";
    document.querySelector("pre").textContent = event.message;
  }
};
"#;

/// Between looking the file up and reading it, a new build took its place.
fn gone() -> Response {
    (StatusCode::NOT_FOUND, "gone; load the page again").into_response()
}

fn tag(file: &Path) -> HeaderValue {
    let meta = file.metadata().ok();
    let length = meta.as_ref().map_or(0, std::fs::Metadata::len);
    let changed = meta
        .and_then(|meta| meta.modified().ok())
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_nanos());
    HeaderValue::try_from(format!("\"{length:x}-{changed:x}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

fn kind(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
    {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "txt" | "md" | "rs" | "py" | "toml" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_the_book_are_files() {
        let file = |path| relative(path).unwrap();
        assert_eq!(file("/"), Path::new("index.html"));
        assert_eq!(file("/a/b.html"), Path::new("a/b.html"));
        assert_eq!(file("/a/"), Path::new("a/index.html"));
        assert_eq!(file("/a%20b.html"), Path::new("a b.html"));
    }

    #[test]
    fn paths_that_lead_elsewhere_are_nothing() {
        for path in [
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/%2E%2E%2Fx",
            "/..%2fx",
            "/..%5cx",
            "/..\\x",
            "/a\\..\\x",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/x",
            "/c%3a/x",
            "/x%00.html",
            "/%",
            "/%zz",
            "/%ff",
            "/.git/config",
            "/a/.hidden",
            "/./x",
            "x",
            "",
        ] {
            assert_eq!(relative(path), None, "{path}");
        }
        // Decoded once: this is a file whose name has a percent sign.
        let odd = relative("/%252e%252e/x").unwrap();
        assert_eq!(odd, Path::new("%2e%2e/x"));
    }
}

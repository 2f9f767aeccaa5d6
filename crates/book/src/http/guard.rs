//! Lets through what comes from a page of this server, and nothing else.
//!
//! The server runs code. Any web page that is open in the same browser can
//! send requests to 127.0.0.1, and a name that an attacker owns can be made to
//! point there. So:
//!
//! - `Host` must be this server's own (a foreign name means DNS rebinding);
//! - `Origin` and `Sec-Fetch-Site`, where the browser sends them, must say
//!   that the request comes from a page of this server;
//! - every request to `/api/` must bear the token of this start, which stands
//!   in the pages, and which no other origin can read (no CORS headers);
//! - at the other end is the user who started the server, where the system
//!   tells, see `connections`; elsewhere it must have the cookie of
//!   `entrance`;
//! - what changes or runs something is a POST with a JSON content type, which
//!   no form can send.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::error::ApiError;
use super::size::LARGEST_TEXT;
use crate::app::App;

pub async fn guard(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    if let Some(entrance) = &app.entrance
        && request.uri().path() == "/"
        && let Some(cookie) = entrance.open(request.uri().query())
    {
        let headers = [(header::SET_COOKIE, cookie.as_str())];
        return (headers, Redirect::to("/")).into_response();
    }
    match check(&app, &request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn check(app: &App, request: &Request) -> Result<(), ApiError> {
    let headers = request.headers();
    let host = only(headers, header::HOST)?
        .ok_or_else(|| ApiError::bad_request("the request has no Host."))?;
    let named = request.uri().authority().map(Authority::as_str);
    for host in std::iter::once(host).chain(named) {
        if !is_ours(app, host) {
            return Err(ApiError::forbidden(format!(
                "this server does not answer for the host {host}."
            )));
        }
    }
    // The book has none. One that another program on this port has left behind
    // asks for itself here.
    if headers.contains_key(SERVICE_WORKER) {
        return Err(ApiError::forbidden("there is no service worker here."));
    }
    if let Some(entrance) = &app.entrance {
        let cookies = only(headers, header::COOKIE)?.unwrap_or_default();
        if !entrance.knows(cookies) {
            return Err(ApiError::forbidden(
                "this browser has not come in by the address with the key.",
            ));
        }
    }
    if content_length(headers) > LARGEST_TEXT as u64 {
        return Err(ApiError::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "the request is too large.",
            "A file of 256 KiB at most can be edited here; longer ones in an \
             editor of your own.",
        ));
    }
    if !request.uri().path().starts_with("/api/") {
        return match *request.method() {
            Method::GET | Method::HEAD => Ok(()),
            _ => Err(ApiError::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "pages can only be read.",
                "Use GET.",
            )),
        };
    }
    if let Some(origin) = only(headers, header::ORIGIN)?
        && !origin
            .strip_prefix("http://")
            .is_some_and(|rest| rest.eq_ignore_ascii_case(host))
    {
        return Err(ApiError::forbidden(format!(
            "requests of pages from {origin} are refused."
        )));
    }
    if let Some(site) = only(headers, SEC_FETCH_SITE)?
        && site != "same-origin"
    {
        return Err(ApiError::forbidden(
            "requests of pages of other sites are refused.",
        ));
    }
    let token = match only(headers, X_BOOK_TOKEN)? {
        Some(token) => Some(token),
        // The browser's EventSource cannot send a header.
        None if request.uri().path() == "/api/events" => {
            query_token(request.uri().query())
        }
        None => None,
    };
    if !token.is_some_and(|token| app.identity.token.matches(token)) {
        return Err(ApiError::forbidden(
            "the request lacks the token of this start of the server.",
        )
        .code("no-token"));
    }
    if request.method() == Method::POST && !is_json(headers)? {
        return Err(ApiError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "the request is not JSON.",
            "Send it with Content-Type: application/json.",
        ));
    }
    Ok(())
}

const SERVICE_WORKER: HeaderName = HeaderName::from_static("service-worker");
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const X_BOOK_TOKEN: HeaderName = HeaderName::from_static("x-book-token");

/// The header's value; two of them, or one that is no text, are refused.
fn only(
    headers: &HeaderMap,
    name: HeaderName,
) -> Result<Option<&str>, ApiError> {
    let mut values = headers.get_all(&name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| {
            ApiError::bad_request(format!("the header {name} is no text."))
        }),
        _ => Err(ApiError::bad_request(format!(
            "the header {name} is there twice."
        ))),
    }
}

fn is_ours(app: &App, host: &str) -> bool {
    // A browser leaves the port of plain HTTP out.
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    port.parse() == Ok(app.port)
        && (name == "127.0.0.1"
            || name.eq_ignore_ascii_case("localhost")
            || name.eq_ignore_ascii_case(&app.identity.host()))
}

fn content_length(headers: &HeaderMap) -> u64 {
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn query_token(query: Option<&str>) -> Option<&str> {
    query?
        .split('&')
        .find_map(|pair| pair.strip_prefix("token="))
}

fn is_json(headers: &HeaderMap) -> Result<bool, ApiError> {
    let kind = only(headers, header::CONTENT_TYPE)?.unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    Ok(kind.eq_ignore_ascii_case("application/json"))
}

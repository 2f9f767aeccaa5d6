//! A server that has come back shows a page that it is the same.
//!
//! Whoever has the port now can answer an open page. Before the page talks to
//! it, or loads itself again, it asks a question that only a server of its own
//! checkout can answer; see `identity`. No token is asked for: the page's own
//! may be of an older start, and must not be sent to a stranger.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::error::ApiError;
use crate::app::App;

/// Hexadecimal digits of a question.
const LENGTH: std::ops::RangeInclusive<usize> = 32..=128;

/// `GET /proof?nonce=…`
pub async fn proof(
    State(app): State<App>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let foreign = headers
        .get("sec-fetch-site")
        .is_some_and(|site| site != "same-origin");
    if foreign {
        return Err(ApiError::forbidden(
            "requests of pages of other sites are refused.",
        ));
    }
    let nonce = uri.query().and_then(|query| query.strip_prefix("nonce="));
    let nonce = nonce.unwrap_or_default();
    let digits = nonce.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !digits || !LENGTH.contains(&nonce.len()) {
        return Err(ApiError::bad_request(
            "a nonce has 32 to 128 hexadecimal digits.",
        ));
    }
    Ok(Json(json!({
        "start": app.identity.start,
        "proof": app.identity.proof(app.port, nonce),
    }))
    .into_response())
}

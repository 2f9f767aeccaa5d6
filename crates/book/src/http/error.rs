//! What the server answers when it does not do what was asked.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

/// An error for the page: what is wrong, and what helps.
#[derive(Debug)]
pub struct ApiError {
    status: StatusCode,
    /// For the page, which decides by it; the sentences are for people.
    code: &'static str,
    error: String,
    remedy: String,
    /// What else the page needs.
    more: Box<Map<String, Value>>,
}

impl ApiError {
    pub fn new(
        status: StatusCode,
        error: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        ApiError {
            code: usual_code(status),
            status,
            error: error.into(),
            remedy: remedy.into(),
            more: Box::default(),
        }
    }

    /// Where the status alone does not say enough.
    pub fn code(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    pub fn with(mut self, key: &str, value: Value) -> Self {
        self.more.insert(key.to_owned(), value);
        self
    }

    pub fn bad_request(error: impl Into<String>) -> Self {
        let remedy = "Reload the page: it may be older than the server.";
        ApiError::new(StatusCode::BAD_REQUEST, error, remedy)
    }

    pub fn forbidden(error: impl Into<String>) -> Self {
        let remedy = "Open the address that the server printed when it \
                      started, and reload the page.";
        ApiError::new(StatusCode::FORBIDDEN, error, remedy)
    }

    pub fn not_found(
        error: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        ApiError::new(StatusCode::NOT_FOUND, error, remedy)
    }
}

fn usual_code(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => "bad-request",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "wrong-method",
        StatusCode::REQUEST_TIMEOUT => "too-slow",
        StatusCode::CONFLICT => "conflict",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "not-json",
        StatusCode::TOO_MANY_REQUESTS => "too-many-runs",
        StatusCode::INSUFFICIENT_STORAGE => "disk-full",
        _ => "failed",
    }
}

/// Something in the checkout could not be read or understood.
impl From<anyhow::Error> for ApiError {
    fn from(error: anyhow::Error) -> Self {
        ApiError::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            format!("{error:#}"),
            "The terminal that runs the server may say more.",
        )
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut body = *self.more;
        body.insert("code".into(), self.code.into());
        body.insert("error".into(), self.error.into());
        body.insert("remedy".into(), self.remedy.into());
        (self.status, Json(body)).into_response()
    }
}

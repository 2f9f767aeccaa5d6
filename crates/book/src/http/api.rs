//! What a page may ask for.

pub mod desk;
pub mod events;
pub mod exercises;
pub mod figure;
pub mod runs;
pub mod solved;

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use checker::Exercise;
use serde::de::DeserializeOwned;

use super::error::ApiError;
use crate::app::App;

/// A request that a page has begun is here at once.
const PATIENCE: Duration = Duration::from_secs(15);

/// The body, which the guard has found to be declared as JSON.
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(
        request: Request,
        app: &App,
    ) -> Result<Self, ApiError> {
        let body = Bytes::from_request(request, app);
        match tokio::time::timeout(PATIENCE, body).await {
            Ok(body) => read(&body.map_err(too_large)?).map(JsonBody),
            Err(_) => Err(ApiError::new(
                StatusCode::REQUEST_TIMEOUT,
                "the request did not come to its end.",
                "Send it again.",
            )),
        }
    }
}

/// What a page has asked for, or what is wrong with it.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    // An array would be taken for the fields in their order.
    if body.trim_ascii_start().first() != Some(&b'{') {
        return Err(ApiError::bad_request("the request is no JSON object."));
    }
    serde_json::from_slice(body).map_err(|error| {
        ApiError::bad_request(format!(
            "the request is not what is expected here: {error}."
        ))
    })
}

fn too_large(rejection: BytesRejection) -> ApiError {
    let (what, remedy) = match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => (
            "the request is too large.",
            "A file of 256 KiB at most can be edited here; longer ones in an \
             editor of your own.",
        ),
        _ => ("the request ended too early.", "Send it again."),
    };
    ApiError::new(rejection.status(), what, remedy)
}

/// Looked up, so that no request names a path.
fn find(app: &App, id: &str) -> Result<Exercise, ApiError> {
    checker::lookup(&app.root, id)?
        .filter(|exercise| exercise.id == id)
        .ok_or_else(|| {
            ApiError::not_found(
                format!("there is no exercise {id:?}."),
                "The exercises are the folders of the folder exercises.",
            )
        })
}

/// Files are read and written with the blocking calls of `std`, away from the
/// event loop.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(anyhow::Error::from)?
}

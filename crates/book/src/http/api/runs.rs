//! Running and stopping.

use std::convert::Infallible;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde::Deserialize;
use serde_json::json;

use super::super::error::ApiError;
use super::{JsonBody, blocking};
use crate::app::App;
use crate::run::RunTarget;
use crate::run::examples::{self, Example};
use crate::run::scratch;

#[derive(Deserialize)]
pub struct RunRequest {
    example: String,
    /// The reader's copy of it, if there is one.
    #[serde(default)]
    scratch: bool,
}

/// `POST /api/run`: the lines of the run, as they come.
pub async fn run(
    State(app): State<App>,
    JsonBody(asked): JsonBody<RunRequest>,
) -> Result<Response, ApiError> {
    let looks = app.clone();
    let target = blocking(move || target(&looks, asked)).await?;
    let events = app.runs.start(target).map_err(|limit| {
        ApiError::new(
            StatusCode::TOO_MANY_REQUESTS,
            format!("{limit} programs are running already."),
            "Stop one of them, or wait until one has ended.",
        )
    })?;
    // One line of JSON an event. When the page goes away the stream is
    // dropped, and with it the receiver: the run notices and ends.
    let lines = stream::unfold(events, |mut events| async move {
        let event = events.recv().await?;
        let mut line = serde_json::to_vec(&event).ok()?;
        line.push(b'\n');
        Some((Ok::<_, Infallible>(Bytes::from(line)), events))
    });
    let kind = [(header::CONTENT_TYPE, "application/x-ndjson")];
    Ok((kind, Body::from_stream(lines)).into_response())
}

/// Looks the name up.
fn target(app: &App, asked: RunRequest) -> Result<RunTarget, ApiError> {
    let RunRequest { example, scratch } = asked;
    let found = examples::find(&app.root, &example)?;
    let Some(found) = found else {
        return Err(ApiError::not_found(
            format!("there is no example {example:?}."),
            "The examples are the files of the folder examples.",
        ));
    };
    let copy = examples::scratch(&app.home, &example);
    if scratch && copy.is_file() && found.needs_only(&scratch::FEATURES) {
        return Ok(RunTarget::Scratch(example));
    }
    match found {
        Example::Plain => Ok(RunTarget::Example(example)),
        Example::Gated { features } => {
            let features = features.join(",");
            Err(ApiError::new(
                StatusCode::CONFLICT,
                format!(
                    "the example {example} needs the feature {features}, \
                     which takes a while to compile."
                ),
                format!(
                    "Run it in a terminal: cargo run --example {example} \
                     --features {features}"
                ),
            ))
        }
    }
}

#[derive(Deserialize)]
pub struct StopRequest {
    run: u64,
}

/// `POST /api/stop`
pub async fn stop(
    State(app): State<App>,
    JsonBody(StopRequest { run }): JsonBody<StopRequest>,
) -> Result<Response, ApiError> {
    if !app.runs.stop(run) {
        return Err(ApiError::not_found(
            format!("there is no run {run}."),
            "It has ended already.",
        ));
    }
    Ok(Json(json!({ "run": run })).into_response())
}

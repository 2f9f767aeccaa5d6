//! The files that a reader edits in the page.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::desk::{Kind, LateLook};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::error::ApiError;
use super::{JsonBody, blocking};
use crate::app::App;
use crate::editable::{EditError, Name, Text};
use crate::event_loop::event::Event;
use crate::terminal;

impl From<EditError> for ApiError {
    fn from(error: EditError) -> Self {
        let status = match &error {
            EditError::Unknown(_) => StatusCode::NOT_FOUND,
            EditError::Conflict(_)
            | EditError::NoText(_)
            | EditError::NoBackup => StatusCode::CONFLICT,
            EditError::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            EditError::ReadOnly(_) => StatusCode::FORBIDDEN,
            EditError::DiskFull(_) => StatusCode::INSUFFICIENT_STORAGE,
            EditError::Other(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let (wrong, remedy) = error.words();
        let refusal = ApiError::new(status, wrong, remedy).code(error.code());
        match error {
            // The page shows both.
            EditError::Conflict(Text { text, revision }) => refusal
                .with("text", json!(text))
                .with("revision", json!(revision)),
            _ => refusal,
        }
    }
}

#[derive(Serialize)]
struct FileAnswer {
    #[serde(flatten)]
    name: Name,
    /// Relative to the checkout.
    path: String,
    #[serde(flatten)]
    text: Text,
    /// Where an editor begins, from 1.
    line: u32,
    original: String,
    edited: bool,
}

/// `POST /api/file`
pub async fn file(
    State(app): State<App>,
    JsonBody(name): JsonBody<Name>,
) -> Result<Response, ApiError> {
    let answer = blocking(move || {
        let file = app.files.find(&name)?;
        let text = app.files.read(&file)?;
        Ok(FileAnswer {
            path: app.files.shown(&file.path),
            line: file.line(),
            edited: text.text != file.original,
            original: file.original,
            name,
            text,
        })
    });
    Ok(Json(answer.await?).into_response())
}

#[derive(Deserialize)]
pub struct SaveRequest {
    #[serde(flatten)]
    name: Name,
    text: String,
    /// The revision that the text was made from.
    base: String,
    /// The reader has seen what else is on the disk.
    #[serde(default)]
    over: bool,
}

/// `POST /api/save`
pub async fn save(
    State(app): State<App>,
    JsonBody(asked): JsonBody<SaveRequest>,
) -> Result<Response, ApiError> {
    let (revision, look) = blocking(move || {
        let SaveRequest {
            name,
            text,
            base,
            over,
        } = asked;
        let file = app.files.find(&name)?;
        let saved = app.files.save(&file, &text, &base, over)?;
        // The watcher says it too, but waits for what else is written.
        if name.kind == Kind::Exercise {
            app.send(Event::CheckRequested(name.name));
        }
        Ok(saved)
    })
    .await?;
    if let Some(look) = look {
        tokio::spawn(look_later(look));
    }
    Ok(Json(json!({ "revision": revision })).into_response())
}

/// After so many milliseconds. An editor that had opened the file before is
/// done by the last one.
const LATER: [u64; 6] = [20, 20, 60, 400, 1000, 1500];

/// Dropped at the end of the server it looks at once.
async fn look_later(mut look: LateLook) {
    for pause in LATER {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        let looked = tokio::task::spawn_blocking(move || {
            let found = look.look();
            (look, found)
        });
        let Ok((again, found)) = looked.await else {
            return;
        };
        look = again;
        let said = match found {
            Ok(None) => continue,
            Ok(Some(path)) => format!(
                "another editor has written into a file while it was saved \
                 here; its text is kept as {}",
                path.display()
            ),
            Err(error) => terminal::error(&format!("{error:#}")),
        };
        terminal::line(&said);
    }
    // The last look reads files, too.
    let _ = tokio::task::spawn_blocking(move || drop(look)).await;
}

#[derive(Deserialize)]
pub struct KeepRequest {
    #[serde(flatten)]
    name: Name,
    text: String,
}

/// `POST /api/keep`: a text that lost against the one on the disk.
pub async fn keep(
    State(app): State<App>,
    JsonBody(KeepRequest { name, text }): JsonBody<KeepRequest>,
) -> Result<Response, ApiError> {
    let backup = blocking(move || {
        let file = app.files.find(&name)?;
        Ok(app.files.keep(&file, &text)?)
    });
    Ok(Json(json!({ "backup": backup.await? })).into_response())
}

/// `POST /api/reset`
pub async fn reset(
    State(app): State<App>,
    JsonBody(name): JsonBody<Name>,
) -> Result<Response, ApiError> {
    let done = blocking(move || {
        let file = app.files.find(&name)?;
        Ok(app.files.reset(&file)?)
    });
    Ok(Json(done.await?).into_response())
}

/// `POST /api/undo`
pub async fn undo(
    State(app): State<App>,
    JsonBody(name): JsonBody<Name>,
) -> Result<Response, ApiError> {
    let done = blocking(move || {
        let file = app.files.find(&name)?;
        Ok(app.files.undo(&file)?)
    });
    Ok(Json(done.await?).into_response())
}

/// Nothing is asked with it, but it must be an object.
#[derive(Deserialize)]
pub struct Nothing {}

/// `POST /api/reset-all`
pub async fn reset_all(
    State(app): State<App>,
    JsonBody(Nothing {}): JsonBody<Nothing>,
) -> Result<Response, ApiError> {
    let done = blocking(move || Ok(app.files.reset_all()?));
    Ok(Json(done.await?).into_response())
}

/// `POST /api/undo-all`
pub async fn undo_all(
    State(app): State<App>,
    JsonBody(Nothing {}): JsonBody<Nothing>,
) -> Result<Response, ApiError> {
    let restored = blocking(move || Ok(app.files.undo_all()?));
    Ok(Json(json!({ "restored": restored.await? })).into_response())
}

//! The files that a reader edits in the page.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::desk::Kind;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::App;
use super::super::reply::Refusal;
use super::{Asked, blocking};
use crate::desk::{DeskError, Name, Text};
use crate::work::Event;

impl From<DeskError> for Refusal {
    fn from(error: DeskError) -> Self {
        let status = match &error {
            DeskError::Unknown(_) => StatusCode::NOT_FOUND,
            DeskError::Conflict(_)
            | DeskError::NoText(_)
            | DeskError::NoBackup => StatusCode::CONFLICT,
            DeskError::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            DeskError::ReadOnly(_) => StatusCode::FORBIDDEN,
            DeskError::DiskFull(_) => StatusCode::INSUFFICIENT_STORAGE,
            DeskError::Other(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let (wrong, remedy) = error.words();
        let refusal = Refusal::new(status, wrong, remedy);
        match error {
            // The page shows both.
            DeskError::Conflict(Text { text, revision }) => refusal
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
    Asked(name): Asked<Name>,
) -> Result<Response, Refusal> {
    let answer = blocking(move || {
        let file = app.desk.find(&name)?;
        let text = app.desk.read(&file)?;
        Ok(FileAnswer {
            path: app.desk.shown(&file.path),
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
    Asked(asked): Asked<SaveRequest>,
) -> Result<Response, Refusal> {
    let revision = blocking(move || {
        let SaveRequest {
            name,
            text,
            base,
            over,
        } = asked;
        let file = app.desk.find(&name)?;
        let revision = app.desk.save(&file, &text, &base, over)?;
        // The watcher says it too, but waits for what else is written.
        if name.kind == Kind::Exercise {
            app.send(Event::Asked(name.name));
        }
        Ok(revision)
    });
    Ok(Json(json!({ "revision": revision.await? })).into_response())
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
    Asked(KeepRequest { name, text }): Asked<KeepRequest>,
) -> Result<Response, Refusal> {
    let backup = blocking(move || {
        let file = app.desk.find(&name)?;
        Ok(app.desk.keep(&file, &text)?)
    });
    Ok(Json(json!({ "backup": backup.await? })).into_response())
}

/// `POST /api/reset`
pub async fn reset(
    State(app): State<App>,
    Asked(name): Asked<Name>,
) -> Result<Response, Refusal> {
    let done = blocking(move || {
        let file = app.desk.find(&name)?;
        Ok(app.desk.reset(&file)?)
    });
    Ok(Json(done.await?).into_response())
}

/// `POST /api/undo`
pub async fn undo(
    State(app): State<App>,
    Asked(name): Asked<Name>,
) -> Result<Response, Refusal> {
    let done = blocking(move || {
        let file = app.desk.find(&name)?;
        Ok(app.desk.undo(&file)?)
    });
    Ok(Json(done.await?).into_response())
}

/// Nothing is asked with it, but it must be an object.
#[derive(Deserialize)]
pub struct Nothing {}

/// `POST /api/reset-all`
pub async fn reset_all(
    State(app): State<App>,
    Asked(Nothing {}): Asked<Nothing>,
) -> Result<Response, Refusal> {
    let done = blocking(move || Ok(app.desk.reset_all()?));
    Ok(Json(done.await?).into_response())
}

/// `POST /api/undo-all`
pub async fn undo_all(
    State(app): State<App>,
    Asked(Nothing {}): Asked<Nothing>,
) -> Result<Response, Refusal> {
    let restored = blocking(move || Ok(app.desk.undo_all()?));
    Ok(Json(json!({ "restored": restored.await? })).into_response())
}

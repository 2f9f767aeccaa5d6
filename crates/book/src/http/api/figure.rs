//! The figure of the reader's own run.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::{Exercise, Verdict};
use serde::Deserialize;

use super::super::error::ApiError;
use super::{JsonBody, blocking, find};
use crate::app::App;
use crate::editable::Name;
use crate::figures::{FigureError, Subject};

#[derive(Deserialize)]
pub struct FigureRequest {
    #[serde(flatten)]
    name: Name,
    /// Of an exercise; else the one that fails, else the first.
    check: Option<String>,
}

impl From<FigureError> for ApiError {
    fn from(none: FigureError) -> Self {
        match none {
            FigureError::Stale => ApiError::new(
                StatusCode::CONFLICT,
                "a newer text was saved.",
                "Ask for its figure.",
            )
            .code("stale"),
            FigureError::Desk(error) => error.into(),
            FigureError::Other(error) => error.into(),
        }
    }
}

/// `POST /api/figure`
pub async fn figure(
    State(app): State<App>,
    JsonBody(asked): JsonBody<FigureRequest>,
) -> Result<Response, ApiError> {
    let figures = app.figures.clone();
    let subject = blocking(move || subject(&app, asked)).await?;
    Ok(Json(figures.figure(subject).await?).into_response())
}

/// Looks the names up.
fn subject(app: &App, asked: FigureRequest) -> Result<Subject, ApiError> {
    let FigureRequest { name, check } = asked;
    let desk = app.files.find(&name)?;
    if desk.kind == checker::desk::Kind::Example {
        return Ok(Subject {
            desk,
            check: None,
            verdict: None,
        });
    }
    let exercise = find(app, &name.name)?;
    let judgment = app.status.status(&exercise)?.judgment;
    let verdict = judgment.map(|judgment| judgment.verdict);
    let check = match check {
        Some(check) => known(&exercise, check)?,
        None => failing(verdict.as_ref())
            .or_else(|| exercise.checks.first().cloned())
            .ok_or_else(|| {
                ApiError::not_found("there are no checks.", "See the sheet.")
            })?,
    };
    Ok(Subject {
        desk,
        check: Some((exercise, check)),
        verdict,
    })
}

fn known(exercise: &Exercise, check: String) -> Result<String, ApiError> {
    if exercise.checks.contains(&check) {
        return Ok(check);
    }
    Err(ApiError::not_found(
        format!("{} has no check {check:?}.", exercise.id),
        format!("There are: {}.", exercise.checks.join(", ")),
    ))
}

fn failing(verdict: Option<&Verdict>) -> Option<String> {
    match verdict? {
        Verdict::Failing { check, .. } | Verdict::Hung { check, .. } => {
            Some(check.clone())
        }
        _ => None,
    }
}

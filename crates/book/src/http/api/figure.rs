//! The figure of the reader's own run.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::{Exercise, Verdict};
use serde::Deserialize;

use super::super::App;
use super::super::reply::Refusal;
use super::{Asked, blocking, find};
use crate::desk::Name;
use crate::figures::{NoFigure, Subject};

#[derive(Deserialize)]
pub struct FigureRequest {
    #[serde(flatten)]
    name: Name,
    /// Of an exercise; else the one that fails, else the first.
    check: Option<String>,
}

impl From<NoFigure> for Refusal {
    fn from(none: NoFigure) -> Self {
        match none {
            NoFigure::Stale => Refusal::new(
                StatusCode::CONFLICT,
                "stale",
                "A newer text was saved; ask for its figure.",
            ),
            NoFigure::Desk(error) => error.into(),
            NoFigure::Other(error) => error.into(),
        }
    }
}

/// `POST /api/figure`
pub async fn figure(
    State(app): State<App>,
    Asked(asked): Asked<FigureRequest>,
) -> Result<Response, Refusal> {
    let figures = app.figures.clone();
    let subject = blocking(move || subject(&app, asked)).await?;
    Ok(Json(figures.of(&subject).await?).into_response())
}

/// Looks the names up.
fn subject(app: &App, asked: FigureRequest) -> Result<Subject, Refusal> {
    let FigureRequest { name, check } = asked;
    let desk = app.desk.find(&name)?;
    if desk.kind == checker::desk::Kind::Example {
        return Ok(Subject {
            desk,
            check: None,
            verdict: None,
        });
    }
    let exercise = find(app, &name.name)?;
    let judgment = app.shelf.look(&exercise)?.judgment;
    let verdict = judgment.map(|judgment| judgment.verdict);
    let check = match check {
        Some(check) => known(&exercise, check)?,
        None => failing(verdict.as_ref())
            .or_else(|| exercise.checks.first().cloned())
            .ok_or_else(|| {
                Refusal::not_found("there are no checks.", "See the sheet.")
            })?,
    };
    Ok(Subject {
        desk,
        check: Some((exercise, check)),
        verdict,
    })
}

fn known(exercise: &Exercise, check: String) -> Result<String, Refusal> {
    if exercise.checks.contains(&check) {
        return Ok(check);
    }
    Err(Refusal::not_found(
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

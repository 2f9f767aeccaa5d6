//! After success: the answer of the book, other right ones, what comes next.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::{Exercise, State as Reached, Variant};
use serde::Serialize;
use timeline::cost::Cost;

use super::super::error::ApiError;
use super::exercises::page_of;
use super::{JsonBody, blocking, find};
use crate::app::App;

#[derive(Serialize)]
struct Solved {
    mine: String,
    solution: String,
    variants: Vec<Other>,
    cost: Costs,
    next: Option<Next>,
}

/// A right answer other than the one that is shown.
#[derive(Serialize)]
struct Other {
    name: String,
    why: String,
    text: String,
    cost: Option<Cost>,
}

#[derive(Serialize)]
struct Costs {
    /// Of the newest recording of the reader's text, if there is one.
    mine: Option<Cost>,
    solution: Option<Cost>,
}

#[derive(Serialize)]
struct Next {
    id: String,
    title: String,
    page: String,
}

/// `POST /api/solved`
pub async fn solved(
    State(app): State<App>,
    JsonBody(asked): JsonBody<super::exercises::CheckRequest>,
) -> Result<Response, ApiError> {
    let answer = blocking(move || {
        let exercise = find(&app, &asked.id)?;
        let entry = app.status.status(&exercise)?.entry;
        // Solved once is enough: going on with it takes nothing away.
        let may = entry.solution_revealed
            || entry.state == Reached::Solved
            || entry.solved_at.is_some();
        if !may {
            return Err(ApiError::new(
                StatusCode::CONFLICT,
                format!("the exercise {} is not solved yet.", asked.id),
                "Solve it, or reveal the solution.",
            ));
        }
        Ok(whole(&app, &exercise)?)
    });
    Ok(Json(answer.await?).into_response())
}

fn whole(app: &App, exercise: &Exercise) -> anyhow::Result<Solved> {
    let costs = costs(&app.root, &exercise.id);
    let variants = exercise.variants.iter();
    Ok(Solved {
        mine: exercise.source()?,
        solution: exercise.solution(&app.root)?,
        variants: variants
            .filter_map(|variant| other(&app.root, exercise, variant, &costs))
            .collect(),
        cost: Costs {
            mine: app.figures.cost(exercise, &exercise.revision()),
            solution: costs.get("solution").copied(),
        },
        next: next(app, exercise)?,
    })
}

/// Nothing if its file is gone; the sheet says only that it was there.
fn other(
    root: &Path,
    exercise: &Exercise,
    variant: &Variant,
    costs: &BTreeMap<String, Cost>,
) -> Option<Other> {
    let folder = root.join("crates/answers/answers").join(&exercise.id);
    let file = format!("{}.rs", variant.name);
    let found = fs::read_dir(folder).ok()?.flatten();
    let path = found
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| *name == *file))?;
    let text = checker::read::long_string(&path)
        .ok()?
        .replace("\r\n", "\n");
    Some(Other {
        name: variant.name.clone(),
        why: variant.why.clone(),
        text: without_head(&text),
        cost: costs.get(&variant.name).copied(),
    })
}

/// The head says to the tools what the file is for.
fn without_head(text: &str) -> String {
    let lines = text
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.trim().is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// What the right answers cost, as it was recorded.
fn costs(root: &Path, id: &str) -> BTreeMap<String, Cost> {
    let known = crate::figures::draw::expected(root, id);
    known.map(|expected| expected.right).unwrap_or_default()
}

/// The first one after this that is not solved; else the first of all.
fn next(app: &App, exercise: &Exercise) -> anyhow::Result<Option<Next>> {
    let all = checker::catalogue(&app.root)?;
    let next = app.status.next_open(&all, &exercise.id)?;
    Ok(next.map(|next| Next {
        id: next.id.clone(),
        title: next.title.clone(),
        page: page_of(&next.chapter),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_an_answer_is_for_the_tools() {
        let text = "//! right\n//!\n//! Tasks.\n\nuse a;\n\nfn b() {}\n";
        assert_eq!(without_head(text), "use a;\n\nfn b() {}\n");
    }
}

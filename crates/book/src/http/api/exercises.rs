//! The list of exercises, and what is done with one of them.

use std::path::PathBuf;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use checker::{Entry, Exercise, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::error::ApiError;
use super::{JsonBody, blocking, find};
use crate::app::App;
use crate::event_loop::event::Event;
use crate::status::ExerciseStatus;

/// An exercise as a page shows it.
#[derive(Serialize)]
struct Card {
    id: String,
    name: String,
    title: String,
    chapter: String,
    page: String,
    minutes: u32,
    #[serde(flatten)]
    entry: Entry,
    /// The newest verdict, if this server has one; `state` is in both.
    verdict: Option<Verdict>,
    /// Solved, but with checks that have changed since.
    outdated: bool,
    hint_count: usize,
    /// The text differs from the stub.
    edited: bool,
    /// How many texts of it were kept.
    backups: usize,
    /// Of the text on disk.
    revision: String,
    checks: Vec<String>,
    /// Opens the file at its TODO in an editor that knows such links.
    editor: String,
    path: String,
    line: u32,
}

/// `GET /api/exercises`
pub async fn exercises(State(app): State<App>) -> Result<Response, ApiError> {
    let saved = app.status.is_saved();
    let list = blocking(move || Ok((cards(&app)?, app.files.has_batch())));
    let (cards, backups_all) = list.await?;
    let body = json!({
        "exercises": cards,
        "saved": saved,
        "backups_all": backups_all,
    });
    Ok(Json(body).into_response())
}

fn cards(app: &App) -> anyhow::Result<Vec<Card>> {
    let all = checker::catalogue(&app.root)?;
    let standings = app.status.statuses(&all)?;
    all.into_iter()
        .zip(standings)
        .map(|(exercise, standing)| card(app, exercise, standing))
        .collect()
}

fn card(
    app: &App,
    exercise: Exercise,
    standing: ExerciseStatus,
) -> anyhow::Result<Card> {
    let line = exercise.todo_line().unwrap_or(1);
    let source = exercise.source_path();
    let file = app.files.of(&exercise)?;
    Ok(Card {
        edited: file.path.exists() && file.is_edited(),
        backups: file.backups().len(),
        revision: file.revision(),
        checks: exercise.checks,
        page: page_of(&exercise.chapter),
        editor: editor(&source, line),
        path: app.files.shown(&source),
        line,
        entry: standing.entry,
        verdict: standing.judgment.map(|judgment| judgment.verdict),
        outdated: standing.outdated,
        hint_count: exercise.hints.len(),
        id: exercise.id,
        name: exercise.name,
        title: exercise.title,
        chapter: exercise.chapter,
        minutes: exercise.minutes,
    })
}

pub fn page_of(chapter: &str) -> String {
    let stem = chapter.strip_suffix(".md").unwrap_or(chapter);
    format!("{stem}.html")
}

fn slashes(path: PathBuf) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn editor(source: &std::path::Path, line: u32) -> String {
    let path = slashes(source.to_path_buf());
    let path = path.trim_start_matches('/');
    // A link: what a path may have and a link may not is encoded.
    let mut link = String::from("vscode://file/");
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte);
        if plain {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{link}:{line}")
}

#[derive(Deserialize)]
pub struct CheckRequest {
    pub id: String,
}

/// `POST /api/check`: the verdict comes as an event.
pub async fn check(
    State(app): State<App>,
    JsonBody(CheckRequest { id }): JsonBody<CheckRequest>,
) -> Result<Response, ApiError> {
    let asked = app.clone();
    let exercise = blocking(move || find(&asked, &id)).await?;
    app.send(Event::CheckRequested(exercise.id));
    Ok(StatusCode::ACCEPTED.into_response())
}

#[derive(Deserialize)]
pub struct RevealRequest {
    id: String,
    what: Revealed,
    /// The check that fails, which chooses the hint.
    check: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Revealed {
    Hint,
    Solution,
}

/// `POST /api/reveal`: remembers what the reader has seen.
pub async fn reveal(
    State(app): State<App>,
    JsonBody(asked): JsonBody<RevealRequest>,
) -> Result<Response, ApiError> {
    let entry = blocking(move || {
        let RevealRequest { id, what, check } = asked;
        let exercise = find(&app, &id)?;
        let status = &app.status;
        Ok(match what {
            Revealed::Hint => status.reveal_hint(&exercise, check.as_deref()),
            Revealed::Solution => status.reveal_solution(&exercise),
        }?)
    });
    Ok(Json(entry.await?).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn an_editor_link_opens_the_file_at_its_line() {
        let path = Path::new("/home/a b/exercises/21_x/exercise.rs");
        assert_eq!(
            editor(path, 7),
            "vscode://file/home/a%20b/exercises/21_x/exercise.rs:7"
        );
    }

    #[test]
    fn a_chapter_has_a_page() {
        assert_eq!(page_of("semaphores.md"), "semaphores.html");
    }
}

//! The requests of a page: run, stop, check, reveal, list.

use std::path::PathBuf;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use drill::{Entry, Exercise, Verdict};
use futures::stream;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::App;
use super::reply::Refusal;
use crate::run::examples::{self, Example};
use crate::work::Event;

/// The body, which the guard has found to be declared as JSON.
fn read<'a, T: Deserialize<'a>>(body: &'a Bytes) -> Result<T, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        Refusal::bad_request(format!(
            "the request is not what is expected here: {error}."
        ))
    })
}

#[derive(Deserialize)]
struct RunRequest {
    example: String,
}

/// `POST /api/run`: the lines of the run, as they come.
pub async fn run(
    State(app): State<App>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let RunRequest { example } = read(&body)?;
    match examples::find(&app.root, &example)? {
        Some(Example::Plain) => {}
        Some(Example::Gated { features }) => {
            let features = features.join(",");
            return Err(Refusal::new(
                StatusCode::CONFLICT,
                format!(
                    "the example {example} needs the feature {features}, \
                     which takes a while to compile."
                ),
                format!(
                    "Run it in a terminal: cargo run --example {example} \
                     --features {features}"
                ),
            ));
        }
        None => {
            return Err(Refusal::not_found(
                format!("there is no example {example:?}."),
                "The examples are the files of the folder examples.",
            ));
        }
    }
    let events = app.runs.start(&example).map_err(|limit| {
        Refusal::new(
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
        Some((Ok::<_, std::convert::Infallible>(Bytes::from(line)), events))
    });
    let kind = [(header::CONTENT_TYPE, "application/x-ndjson")];
    Ok((kind, Body::from_stream(lines)).into_response())
}

#[derive(Deserialize)]
struct StopRequest {
    run: u64,
}

/// `POST /api/stop`
pub async fn stop(
    State(app): State<App>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let StopRequest { run } = read(&body)?;
    if !app.runs.stop(run) {
        return Err(Refusal::not_found(
            format!("there is no run {run}."),
            "It has ended already.",
        ));
    }
    Ok(Json(json!({ "run": run })).into_response())
}

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
    /// Opens the file at its TODO in an editor that knows such links.
    editor: String,
    path: String,
    line: u32,
}

/// `GET /api/exercises`
pub async fn exercises(State(app): State<App>) -> Result<Response, Refusal> {
    let saved = app.shelf.is_saved();
    let cards = tokio::task::spawn_blocking(move || cards(&app));
    let cards = cards.await.map_err(anyhow::Error::from)??;
    let body = json!({
        "exercises": cards,
        "saved": saved,
    });
    Ok(Json(body).into_response())
}

fn cards(app: &App) -> anyhow::Result<Vec<Card>> {
    let all = drill::catalogue(&app.root)?;
    all.into_iter()
        .map(|exercise| card(app, exercise))
        .collect()
}

fn card(app: &App, exercise: Exercise) -> anyhow::Result<Card> {
    let line = exercise.todo_line().unwrap_or(1);
    let source = exercise.source_path();
    let shown = source.strip_prefix(&app.root).unwrap_or(&source);
    let (entry, judgment, outdated) = app.shelf.look(&exercise)?;
    Ok(Card {
        page: page_of(&exercise.chapter),
        editor: editor(&source, line),
        path: slashes(shown.to_path_buf()),
        line,
        entry,
        verdict: judgment.map(|judgment| judgment.verdict),
        outdated,
        hint_count: exercise.hints.len(),
        id: exercise.id,
        name: exercise.name,
        title: exercise.title,
        chapter: exercise.chapter,
        minutes: exercise.minutes,
    })
}

fn page_of(chapter: &str) -> String {
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
struct CheckRequest {
    id: String,
}

/// `POST /api/check`: the verdict comes as an event.
pub async fn check(
    State(app): State<App>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let CheckRequest { id } = read(&body)?;
    let exercise = find(&app, &id)?;
    app.send(Event::Asked(exercise.id));
    Ok(StatusCode::ACCEPTED.into_response())
}

#[derive(Deserialize)]
struct RevealRequest {
    id: String,
    what: What,
    /// The check that fails, which chooses the hint.
    check: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum What {
    Hint,
    Solution,
}

/// `POST /api/reveal`: remembers what the reader has seen.
pub async fn reveal(
    State(app): State<App>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let RevealRequest { id, what, check } = read(&body)?;
    let exercise = find(&app, &id)?;
    let entry = match what {
        What::Hint => app.shelf.reveal_hint(&exercise, check.as_deref()),
        What::Solution => app.shelf.reveal_solution(&exercise),
    }?;
    Ok(Json(entry).into_response())
}

fn find(app: &App, id: &str) -> Result<Exercise, Refusal> {
    let all = drill::catalogue(&app.root)?;
    all.into_iter()
        .find(|exercise| exercise.id == id)
        .ok_or_else(|| {
            Refusal::not_found(
                format!("there is no exercise {id:?}."),
                "The exercises are the folders of the folder exercises.",
            )
        })
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

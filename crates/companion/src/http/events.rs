//! The stream of events that every open page listens to.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use drill::Judgment;
use drill::desk::Kind;
use futures::{Stream, StreamExt, stream};
use serde::Serialize;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use super::App;

/// Something that an open page shows or acts on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PageEvent {
    Reload,
    Building,
    Built,
    BuildError {
        message: String,
    },
    Checking {
        id: String,
    },
    Exercise {
        id: String,
        #[serde(flatten)]
        judgment: Judgment,
        /// Of the text that was judged.
        revision: String,
    },
    Recording {
        example: String,
    },
    /// A file of the desk has another text now, whoever wrote it.
    File {
        of: Kind,
        name: String,
        /// Empty: it is gone.
        revision: String,
    },
    /// What the recorder of the reader's code is busy with; nothing when it
    /// is ready.
    Recorder {
        message: String,
    },
}

/// `GET /api/events?token=…`
pub async fn events(
    State(app): State<App>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // Subscribed first, then looked at the state: nothing falls between.
    let news = app.news.subscribe();
    let ending = app.ending.clone();
    let error = app.site.error();
    let state = error.map(|message| PageEvent::BuildError { message });
    let busy = app.figures.busy_with();
    let busy = busy.map(|message| PageEvent::Recorder { message });
    let stream = stream::iter(state.into_iter().chain(busy))
        .chain(stream::unfold(news, next))
        .map(|event| Ok(sse(&event)))
        .take_until(async move { ending.wait().await });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

type News = broadcast::Receiver<PageEvent>;

async fn next(mut news: News) -> Option<(PageEvent, News)> {
    match news.recv().await {
        Ok(event) => Some((event, news)),
        // A page that slept too long to hear everything: it starts afresh.
        Err(RecvError::Lagged(_)) => Some((PageEvent::Reload, news)),
        Err(RecvError::Closed) => None,
    }
}

fn sse(event: &PageEvent) -> Event {
    Event::default().json_data(event).unwrap_or_default()
}

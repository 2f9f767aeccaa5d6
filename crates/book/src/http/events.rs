//! The stream of events that every open page listens to.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use checker::Judgment;
use checker::desk::Kind;
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

/// How many events a page may be behind before it starts afresh.
const BEHIND: usize = 256;

/// To the open pages. An event is written once, however many of them listen.
#[derive(Clone, Debug)]
pub struct News(broadcast::Sender<Arc<Told>>);

#[derive(Debug)]
pub struct Told {
    pub event: PageEvent,
    written: Event,
}

pub type Heard = broadcast::Receiver<Arc<Told>>;

impl News {
    /// Tells every open page; none may be open.
    pub fn tell(&self, event: PageEvent) {
        let written = written(&event);
        let _ = self.0.send(Arc::new(Told { event, written }));
    }

    /// From now on.
    pub fn subscribe(&self) -> Heard {
        self.0.subscribe()
    }
}

impl Default for News {
    fn default() -> Self {
        News(broadcast::Sender::new(BEHIND))
    }
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
    let now: Vec<_> = state.iter().chain(&busy).map(written).collect();
    let stream = stream::iter(now)
        .chain(stream::unfold(news, next))
        .map(Ok)
        .take_until(async move { ending.wait().await });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn next(mut news: Heard) -> Option<(Event, Heard)> {
    match news.recv().await {
        Ok(told) => Some((told.written.clone(), news)),
        // A page that slept too long to hear everything: it starts afresh.
        Err(RecvError::Lagged(_)) => Some((written(&PageEvent::Reload), news)),
        Err(RecvError::Closed) => None,
    }
}

fn written(event: &PageEvent) -> Event {
    Event::default().json_data(event).unwrap_or_default()
}

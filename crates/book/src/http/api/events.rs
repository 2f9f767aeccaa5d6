//! The stream of events that every open page listens to.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures::{Stream, StreamExt, stream};
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::events::{PageEvent, Subscription, encode};

/// `GET /api/events?token=…`
pub async fn events(
    State(app): State<App>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // Subscribed first, then looked at the state: nothing falls between.
    let subscription = app.bus.subscribe();
    let shutdown = app.shutdown.clone();
    let error = app.site.error();
    let state = error.map(|message| PageEvent::BuildError { message });
    let busy = app.figures.busy_with();
    let busy = busy.map(|message| PageEvent::Recorder { message });
    let now: Vec<_> = state.iter().chain(&busy).map(encode).collect();
    let stream = stream::iter(now)
        .chain(stream::unfold(subscription, next))
        .map(|json| Ok(Event::default().data(json)))
        .take_until(async move { shutdown.wait().await });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn next(mut events: Subscription) -> Option<(String, Subscription)> {
    match events.recv().await {
        Ok(encoded) => Some((encoded.json.clone(), events)),
        // A page that slept too long to hear everything: it starts afresh.
        Err(RecvError::Lagged(_)) => Some((encode(&PageEvent::Reload), events)),
        Err(RecvError::Closed) => None,
    }
}

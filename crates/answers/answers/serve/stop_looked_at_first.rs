//! wrong: a_request_that_waits_is_answered_too
//! says: 12 were taken
//!
//! When the first answer is out, the stop is looked at before the next
//! request. That request had come before the stop, and it is never taken.

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client, stop.clone()));
    }
    drop(listener);
    clients.close();
    clients.wait().await;
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

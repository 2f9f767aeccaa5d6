//! wrong: the_door_closes_at_once
//! says: it was closed at 200 ms
//! says: How long does the variable live
//!
//! All is answered, and the door closes at 200 ms, with the last answer. The
//! stop came at 60 ms: until the end, clients got in line for whom nobody would
//! come. What keeps the listener alive so long?

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client, stop.clone()));
    }
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

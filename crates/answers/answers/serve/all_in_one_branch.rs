//! wrong: what_was_requested_is_answered
//! says: dropped without answer
//!
//! The stop comes at 60 ms, and both requests are dropped there, half answered.
//! Perhaps the whole server stands beside the stop: when it is dropped,
//! everything that it owns goes with it, its set of tasks included. Which waits
//! may be dropped, and which may not?

use lab::{Client, Listener};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

async fn forever(mut listener: Listener, stop: CancellationToken) {
    let mut clients = JoinSet::new();
    loop {
        let client = listener.accept().await;
        clients.spawn(serve_one(client, stop.clone()));
    }
}

pub async fn serve(listener: Listener, stop: CancellationToken) {
    stop.run_until_cancelled(forever(listener, stop.clone()))
        .await;
    // The set has been dropped, and its tasks are dropped at their next turn.
    tokio::task::yield_now().await;
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

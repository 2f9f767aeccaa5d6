//! wrong: what_was_requested_is_answered
//! says: 1 were taken
//! says: does not hear another
//!
//! One client after the other, in the loop that accepts.

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        serve_one(client, stop.clone()).await;
    }
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

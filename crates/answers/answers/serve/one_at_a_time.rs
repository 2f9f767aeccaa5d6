//! wrong: what_was_requested_is_answered
//! says: 1 were taken
//! says: does not hear another
//!
//! Client 1 is answered until 100 ms, and in that time nobody listens at the
//! door. Client 2 came at 30 ms and was never heard. What should the loop do
//! while a client is served?

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

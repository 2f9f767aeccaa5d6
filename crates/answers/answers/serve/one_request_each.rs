//! wrong: it_serves_until_it_is_stopped
//! says: 2 were taken
//!
//! Client 1 asks at 0 ms and is answered, and its second request, at 300 ms, is
//! never taken. Each client was let go after one answer. How long does a client
//! stay?

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
    if let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

//! wrong: who_asks_for_nothing_is_not_waited_for
//! says: it took 10020 ms
//!
//! The stop comes at 60 ms and the door closes, as it should. Client 1 has
//! nothing to ask until 10000 ms, and its task waits for that request: it has
//! not heard of the stop. What should such a task wait for, besides the next
//! request?

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client));
    }
    drop(listener);
    clients.close();
    clients.wait().await;
}

async fn serve_one(mut client: Client) {
    while let Some(request) = client.request().await {
        request.answer().await;
    }
}

//! wrong: what_was_requested_is_answered
//! says: had no answer yet when all was over
//! says: Who waits for those
//!
//! The stop comes at 60 ms, and your function returns in that moment. The
//! timeline shows two answers under way, in tasks for which nobody waits; a
//! program that ends here drops them. Who has to stay until they are done?

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client, stop.clone()));
    }
    drop(listener);
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

//! wrong: what_was_requested_is_answered
//! says: never finished
//! says: a tracker that was not closed
//!
//! Both requests are answered, and then nothing ends. If the door is closed in
//! the timeline, what you wait for at the end is a tracker: that one waits for
//! its tasks, and for somebody to tell it that no more will come. Who says so?

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client, stop.clone()));
    }
    drop(listener);
    clients.wait().await;
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(Some(request)) =
        stop.run_until_cancelled(client.request()).await
    {
        request.answer().await;
    }
}

//! wrong: what_was_requested_is_answered
//! says: never finished
//! says: for a client who will not come
//!
//! Both requests are answered, and then nothing ends. If the door is still open
//! in the timeline, your loop looks at the token between two clients, and is
//! now waiting for a client who does not come. What can end that wait?

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    while !stop.is_cancelled() {
        let client = listener.accept().await;
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

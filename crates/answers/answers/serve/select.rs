//! right
//!
//! The same with `select!`.

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let clients = TaskTracker::new();
    loop {
        tokio::select! {
            biased;
            () = stop.cancelled() => break,
            client = listener.accept() => {
                clients.spawn(serve_one(client, stop.clone()));
            }
        }
    }
    drop(listener);
    clients.close();
    clients.wait().await;
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    loop {
        tokio::select! {
            biased;
            request = client.request() => match request {
                Some(request) => request.answer().await,
                None => return,
            },
            () = stop.cancelled() => return,
        }
    }
}

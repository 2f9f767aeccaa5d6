//! right
//!
//! A `JoinSet`, emptied as it goes.

use lab::{Client, Listener};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let mut clients = JoinSet::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            client = listener.accept() => {
                clients.spawn(serve_one(client, stop.clone()));
            }
            Some(end) = clients.join_next() => end.expect("no panic"),
        }
    }
    drop(listener);
    clients.join_all().await;
}

async fn serve_one(mut client: Client, stop: CancellationToken) {
    loop {
        let request = tokio::select! {
            biased;
            request = client.request() => request,
            () = stop.cancelled() => return,
        };
        let Some(request) = request else { return };
        request.answer().await;
    }
}

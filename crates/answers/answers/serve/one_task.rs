//! right
//!
//! No tasks: the clients are futures in a set.

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;

pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    let mut clients = FuturesUnordered::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            client = listener.accept() => {
                clients.push(serve_one(client, stop.clone()));
            }
            Some(()) = clients.next() => {}
        }
    }
    drop(listener);
    while let Some(()) = clients.next().await {}
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

//! A server that finishes what it has begun.

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;

/// Serves all clients at the same time, until `stop` is set. Then the door is
/// closed at once, and a request that is being answered is answered to its end.
pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    // TODO: clients come in; a task for each; and the end.
    let client = listener.accept().await;
    serve_one(client, stop).await;
    todo!("how many clients, and until when?")
}

/// Answers the requests of one client.
async fn serve_one(mut client: Client, stop: CancellationToken) {
    while let Some(request) = client.request().await {
        request.answer().await;
    }
    todo!("and {stop:?}?")
}

//! A server that finishes what it has begun.

use lab::{Client, Listener};
use tokio_util::sync::CancellationToken;
// begin solution
use tokio_util::task::TaskTracker;
// end solution

/// Serves all clients at the same time, until `stop` is set. Then the door is
/// closed at once, and a request that is being answered is answered to its end.
pub async fn serve(mut listener: Listener, stop: CancellationToken) {
    // begin solution
    //~ // TODO: clients come in; a task for each; and the end.
    //~ let client = listener.accept().await;
    //~ serve_one(client, stop).await;
    //~ todo!("how many clients, and until when?")
    let clients = TaskTracker::new();
    while let Some(client) = stop.run_until_cancelled(listener.accept()).await {
        clients.spawn(serve_one(client, stop.clone()));
    }
    drop(listener);
    clients.close();
    clients.wait().await;
    // end solution
}

/// Answers the requests of one client.
async fn serve_one(mut client: Client, stop: CancellationToken) {
    // begin solution
    //~ while let Some(request) = client.request().await {
    //~     request.answer().await;
    //~ }
    //~ todo!("and {stop:?}?")
    // A request that has come already is looked for first: it is answered also
    // when the stop came meanwhile. Only the waiting may be dropped.
    let next = async |client: &mut Client| {
        tokio::select! {
            biased;
            request = client.request() => request,
            () = stop.cancelled() => None,
        }
    };
    while let Some(request) = next(&mut client).await {
        request.answer().await;
    }
    // end solution
}

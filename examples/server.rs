//! Close the door, and answer the requests that are in flight.
//!
//! In Python this is `server.close()`, then `gather` over the handlers.
//!
//!     cargo run --example server --features util

use std::time::Duration;
use tokio::{
    join,
    time::{Instant, Interval, interval, sleep},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Stands for a `TcpListener`: a client comes every 200 ms.
struct Listener(Interval);

impl Listener {
    async fn accept(&mut self) -> Instant {
        self.0.tick().await
    }
}

// ANCHOR: serve
async fn handle(client: u32, came: Instant) {
    sleep(Duration::from_millis(300)).await;
    let took = came.elapsed().as_millis();
    println!("client {client} answered after {took} ms");
}

async fn serve(mut listener: Listener, stop: CancellationToken) {
    let requests = TaskTracker::new();
    let mut client = 0;
    while let Some(came) = stop.run_until_cancelled(listener.accept()).await {
        client += 1;
        requests.spawn(handle(client, came));
    }
    drop(listener); // nobody comes in any more
    requests.close();
    requests.wait().await;
}
// ANCHOR_END: serve

async fn operator(stop: CancellationToken) {
    sleep(Duration::from_millis(650)).await;
    println!("stop");
    stop.cancel();
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let listener = Listener(interval(Duration::from_millis(200)));
    let stop = CancellationToken::new();
    join!(serve(listener, stop.clone()), operator(stop));
    println!("closed at {} ms", start.elapsed().as_millis());
}

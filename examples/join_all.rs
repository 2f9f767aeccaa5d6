//! Fetch every URL of a list, and keep the list's order.
//!
//! In Python this is `asyncio.gather(*[...])`.
//!
//!     cargo run --example join_all

use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
const HOW: &str = "joined";

/// Stands for a request that the server answers after one second.
async fn fetch(url: &str, host: &str) -> String {
    sleep(Duration::from_secs(1)).await;
    format!("{host}{url}")
}

#[tokio::main]
async fn main() {
    let host = String::from("example.org");
    let urls = ["/a", "/b", "/c"];
    let start = Instant::now();

    // The futures borrow `host`: they never leave this task.
    let requests = urls.iter().map(|url| fetch(url, &host));
    let pages = match HOW {
        "joined" => join_all(requests).await,
        _ => {
            let mut pages = Vec::new();
            for request in requests {
                pages.push(request.await);
            }
            pages
        }
    };
    println!("{pages:?} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main

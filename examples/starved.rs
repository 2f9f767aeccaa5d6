//! While the loop's body waits, nobody polls the other downloads.
//!
//! In Python this is `as_completed`, whose tasks go on in the meantime.
//!
//!     cargo run --example starved

use futures::{StreamExt, stream::FuturesUnordered};
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
/// Each part is asked for when the one before it is there.
async fn download(name: &str, parts: u32) -> &str {
    for _ in 0..parts {
        sleep(Duration::from_millis(50)).await;
    }
    name
}

async fn save(_file: &str) {
    sleep(Duration::from_millis(100)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut downloads = FuturesUnordered::new();
    downloads.push(download("a", 1));
    downloads.push(download("b", 3));

    while let Some(file) = downloads.next().await {
        let time = start.elapsed().as_millis();
        save(file).await;
        println!("{file}: there at {time} ms, saved 100 ms later");
    }
    println!("total {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main

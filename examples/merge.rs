//! Read two feeds at once: as they come, in pairs, or one after the other.
//!
//! In Python this is a task for each feed, and one queue.
//!
//!     cargo run --example merge

use futures::{Stream, StreamExt, stream};
use std::time::Duration;
use tokio::time::{Instant, sleep};

const HOW: &str = "select";

async fn wait(name: &str, ms: u64, number: u32) -> String {
    sleep(Duration::from_millis(ms)).await;
    format!("{name} {number}")
}

fn feed(name: &'static str, ms: u64) -> impl Stream<Item = String> {
    stream::iter(1..=3).then(move |number| wait(name, ms, number))
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    // ANCHOR: ways
    let (fast, slow) = (feed("fast", 200), feed("slow", 500));
    let mut both = match HOW {
        "select" => stream::select(fast, slow).boxed(),
        "zip" => fast.zip(slow).map(|(f, s)| format!("{f}, {s}")).boxed(),
        _ => fast.chain(slow).boxed(),
    };
    // ANCHOR_END: ways
    while let Some(item) = both.next().await {
        println!("{item} at {} ms", start.elapsed().as_millis());
    }
    println!("end at {} ms", start.elapsed().as_millis());
}

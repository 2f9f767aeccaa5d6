//! What waiting at the same time gains: nothing for one, a lot for many.
//!
//! In Python this is `gather(*[...])` beside a loop that awaits.
//!
//!     cargo run --example one_or_many

use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn answer() {
    sleep(Duration::from_millis(100)).await;
}

#[tokio::main]
async fn main() {
    for count in [1, 5, 20] {
        let start = Instant::now();
        for _ in 0..count {
            answer().await;
        }
        let sum = start.elapsed().as_millis();

        let start = Instant::now();
        join_all((0..count).map(|_| answer())).await;
        let longest = start.elapsed().as_millis();
        println!("{count} in turn {sum} ms, together {longest} ms");
    }
}

//! Ask three mirrors, take the first answer, and stop the others.
//!
//! In Python this is a `break` out of `as_completed`: the others run on.
//!
//!     cargo run --example join_next

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep},
};

// ANCHOR: main
static FINISHED: AtomicU32 = AtomicU32::new(0);

async fn ask(mirror: &'static str, millis: u64) -> &'static str {
    sleep(Duration::from_millis(millis)).await;
    FINISHED.fetch_add(1, Ordering::Relaxed);
    mirror
}

async fn fastest() -> Option<Result<&'static str, JoinError>> {
    let mut asked = JoinSet::new();
    asked.spawn(ask("a", 300));
    asked.spawn(ask("b", 100));
    asked.spawn(ask("c", 200));
    asked.join_next().await
} // The set is dropped here, with two tasks in it.

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    if let Some(answer) = fastest().await {
        println!("{} after {} ms", answer?, start.elapsed().as_millis());
    }
    sleep(Duration::from_millis(300)).await;
    println!("finished: {} of 3", FINISHED.load(Ordering::Relaxed));
    Ok(())
}
// ANCHOR_END: main

//! The first of three handles, and a `break`: the tasks run on.
//!
//! In Python this is a `break` out of `as_completed`.
//!
//!     cargo run --example handles_run_on

use futures::{StreamExt, stream::FuturesUnordered};
use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

static FINISHED: AtomicU32 = AtomicU32::new(0);

async fn ask(mirror: &'static str, millis: u64) -> &'static str {
    sleep(Duration::from_millis(millis)).await;
    FINISHED.fetch_add(1, Ordering::Relaxed);
    mirror
}

// ANCHOR: fastest
async fn fastest() -> Option<Result<&'static str, JoinError>> {
    let mut asked = FuturesUnordered::new();
    asked.push(tokio::spawn(ask("a", 300)));
    asked.push(tokio::spawn(ask("b", 100)));
    asked.push(tokio::spawn(ask("c", 200)));
    asked.next().await
}
// ANCHOR_END: fastest

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

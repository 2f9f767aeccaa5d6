//! Wait for all, or until one fails.
//!
//! In Python this is `asyncio.wait` with `FIRST_EXCEPTION`.
//!
//!     cargo run --example until_error

use futures::future::try_join_all;
use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

// ANCHOR: main
async fn job(id: u32) -> Result<u32, String> {
    sleep(Duration::from_millis(100 * u64::from(id))).await;
    println!("job {id} has run");
    if id == 1 {
        Err("no disk".to_owned())
    } else {
        Ok(id)
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let ms = || start.elapsed().as_millis();

    let all = try_join_all([job(1), job(2)]).await;
    println!("try_join_all: {all:?} at {} ms", ms());
    sleep(Duration::from_millis(400)).await;

    let start = Instant::now();
    let ms = || start.elapsed().as_millis();
    let mut set: JoinSet<_> = [job(1), job(2)].into_iter().collect();
    while let Some(ended) = set.join_next().await {
        if !matches!(ended, Ok(Ok(_))) {
            break; // The set is still there, and its tasks run on.
        }
    }
    println!("JoinSet: {} pending at {} ms", set.len(), ms());
    set.join_next().await;
    println!("JoinSet: {} pending at {} ms", set.len(), ms());
}
// ANCHOR_END: main

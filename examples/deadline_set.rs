//! Wait until a deadline: take what is done, keep what is pending.
//!
//! In Python this is `asyncio.wait(tasks, timeout=0.25)`.
//!
//!     cargo run --example deadline_set

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep, timeout_at},
};

// ANCHOR: main
async fn fetch(id: u32, ms: u64) -> u32 {
    sleep(Duration::from_millis(ms)).await;
    id
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut set = JoinSet::new();
    for (id, ms) in [(1, 100), (2, 400), (3, 200)] {
        set.spawn(fetch(id, ms));
    }

    let deadline = start + Duration::from_millis(250);
    let mut done = Vec::new();
    while let Ok(Some(id)) = timeout_at(deadline, set.join_next()).await {
        done.push(id?);
    }
    let ms = start.elapsed().as_millis();
    println!("done {done:?}, pending {}, at {ms} ms", set.len());

    while let Some(id) = set.join_next().await {
        println!("{} at {} ms", id?, start.elapsed().as_millis());
    }
    Ok(())
}
// ANCHOR_END: main

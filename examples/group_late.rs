//! Task 1 is done after one second, task 2 fails after two.
//!
//! In Python this is `asyncio.TaskGroup` with the same two tasks.
//!
//!     cargo run --example group_late

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep},
};

// ANCHOR: main
async fn work(id: u32) -> Result<u32, String> {
    sleep(Duration::from_secs(id.into())).await;
    match id {
        1 => Ok(id),
        _ => Err(format!("task {id}: failed")),
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut group: JoinSet<_> = [1, 2].map(work).into_iter().collect();

    while let Some(ended) = group.join_next().await {
        let time = start.elapsed().as_millis();
        match ended {
            Ok(Ok(id)) => println!("task {id}: done after {time} ms"),
            Ok(Err(error)) => {
                println!("{error} after {time} ms");
                group.abort_all();
            }
            Err(end) if end.is_panic() => return Err(end),
            Err(_) => println!("a task was cancelled"),
        }
    }
    Ok(())
}
// ANCHOR_END: main

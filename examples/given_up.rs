//! What becomes of a branch and of a task when the one who waits is aborted.
//!
//! In Python both are cancelled along with the waiting task.
//!
//!     cargo run --example given_up

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

async fn save(how: &str, start: Instant) {
    sleep(Duration::from_millis(50)).await;
    println!("{how} saved at {} ms", start.elapsed().as_millis());
}

async fn with_branch(start: Instant) {
    tokio::join!(save("branch", start));
}

async fn with_task(start: Instant) -> Result<(), JoinError> {
    tokio::spawn(save("task", start)).await
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let first = tokio::spawn(with_branch(start));
    let second = tokio::spawn(with_task(start));

    sleep(Duration::from_millis(20)).await;
    first.abort();
    second.abort();
    println!("both aborted at {} ms", start.elapsed().as_millis());
    sleep(Duration::from_millis(50)).await;
    println!("main ends");
}

//! Drop the futures of what the book uses from tokio-util.
//!
//! In Python this is a cancelled `event.wait()`, or a cancelled `gather`.
//!
//!     cargo run --example card_util --features util

use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio_util::{
    sync::CancellationToken,
    task::{AbortOnDropHandle, JoinQueue, TaskTracker},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn work() -> &'static str {
    sleep(ms(100)).await;
    "result"
}

async fn given_up(future: impl Future) {
    assert!(timeout(ms(10), future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> Result<(), tokio::task::JoinError> {
    let token = CancellationToken::new();
    given_up(token.cancelled()).await;
    given_up(token.run_until_cancelled(work())).await;
    println!("run_until_cancelled: set: {}", token.is_cancelled());
    let again = token.run_until_cancelled(work()).await;
    println!("run_until_cancelled, made anew: {again:?}");
    token.cancel();
    token.cancelled().await;
    println!("cancelled: then set: {}", token.is_cancelled());

    let tracker = TaskTracker::new();
    tracker.spawn(work());
    tracker.close();
    given_up(tracker.wait()).await;
    tracker.wait().await;
    println!("TaskTracker wait: then left: {}", tracker.len());

    let mut queue = JoinQueue::new();
    queue.spawn(work());
    given_up(queue.join_next()).await;
    println!("JoinQueue join_next: then {:?}", queue.join_next().await);

    let task = tokio::spawn(work());
    let abort = task.abort_handle();
    given_up(AbortOnDropHandle::new(task)).await;
    sleep(ms(50)).await;
    println!("AbortOnDropHandle: ended early: {}", abort.is_finished());
    Ok(())
}

//! Drop the futures of those who wait for one task.
//!
//! In Python this is `await task`, cancelled.
//!
//!     cargo run --example card_tasks

use std::{sync::atomic::*, thread, time::Duration};
use tokio::{
    task::{LocalSet, spawn_blocking, spawn_local},
    time::{sleep, timeout},
};

static DONE: AtomicUsize = AtomicUsize::new(0);

async fn work() -> &'static str {
    sleep(Duration::from_millis(100)).await;
    DONE.fetch_add(1, Ordering::SeqCst);
    "result"
}

fn block() {
    thread::sleep(Duration::from_millis(100));
    DONE.fetch_add(1, Ordering::SeqCst);
}

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

/// How many have finished since the last time, if given time.
async fn finished() -> usize {
    sleep(Duration::from_millis(200)).await;
    DONE.swap(0, Ordering::SeqCst)
}

#[tokio::main]
async fn main() -> Result<(), tokio::task::JoinError> {
    let mut task = tokio::spawn(work());
    given_up(&mut task).await;
    println!("&mut JoinHandle: then {:?}", task.await?);
    finished().await;
    given_up(tokio::spawn(work())).await;
    println!("JoinHandle: finished {}, result gone", finished().await);
    given_up(spawn_blocking(block)).await;
    println!("spawn_blocking: finished {}", finished().await);

    let set = LocalSet::new();
    given_up(set.run_until(async { spawn_local(work()).await })).await;
    println!("run_until: finished without the set {}", finished().await);
    set.run_until(sleep(Duration::from_millis(200))).await;
    println!("run_until: finished with it {}", finished().await);
    Ok(())
}

//! Drop the futures of those who wait for tasks, or for several futures.
//!
//! In Python this is `await task` and `gather(..)`, cancelled.
//!
//!     cargo run --example card_tasks

use futures::{StreamExt, future::join_all, stream};
use std::{sync::atomic::*, time::Duration};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

static DONE: AtomicUsize = AtomicUsize::new(0);

async fn work() -> &'static str {
    sleep(Duration::from_millis(30)).await;
    DONE.fetch_add(1, Ordering::SeqCst);
    "result"
}

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

/// How many have finished since the last time, if given time.
async fn finished() -> usize {
    sleep(Duration::from_millis(60)).await;
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

    let mut set = JoinSet::from_iter([work()]);
    given_up(set.join_next()).await;
    println!("JoinSet join_next: then {:?}", set.join_next().await);
    finished().await;
    given_up(JoinSet::from_iter([work(), work()]).join_all()).await;
    println!("JoinSet join_all: finished {}", finished().await);

    given_up(async { tokio::join!(work(), work()) }).await;
    println!("join!: finished {}", finished().await);
    given_up(join_all([work(), work()])).await;
    println!("join_all: finished {}", finished().await);
    let mut jobs = stream::iter([work(), work()]).buffer_unordered(2);
    given_up(jobs.next()).await;
    println!("stream next: then {:?}", jobs.next().await);
    Ok(())
}

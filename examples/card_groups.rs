//! Drop the futures of those who wait for several: branches, sets, streams.
//!
//! In Python this is `asyncio.wait(..)` and its like, cancelled.
//!
//!     cargo run --example card_groups

use futures::{FutureExt, StreamExt, TryStreamExt, future::*, stream};
use std::{sync::atomic::*, time::Duration};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

static DONE: AtomicUsize = AtomicUsize::new(0);
const STEP: Duration = Duration::from_millis(50);

async fn work(steps: u32) -> Result<u32, ()> {
    sleep(STEP * steps).await;
    DONE.fetch_add(1, Ordering::SeqCst);
    Ok(steps)
}

/// Polls it once, drops it, and waits for those who go on all the same.
async fn dropped(what: &str, future: impl Future) {
    assert!(future.now_or_never().is_none(), "it was ready");
    sleep(STEP * 3).await;
    println!("{what}: finished {}", DONE.swap(0, Ordering::SeqCst));
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let one = async {
        tokio::select! { r = work(1) => r, r = work(2) => r }
    };
    dropped("select!", one).await;
    let all = async { tokio::try_join!(work(1), work(2)) };
    dropped("try_join!", all).await;
    let two = || [1, 2].map(|steps| Box::pin(work(steps)));
    dropped("select_all", select_all(two())).await;
    dropped("select_ok", select_ok(two())).await;
    dropped("try_join_all", try_join_all(two())).await;

    let mut set = JoinSet::from_iter([work(1)]);
    dropped("join_next_with_id", set.join_next_with_id()).await;
    println!("  then a result: {}", set.join_next().await.is_some());
    set.spawn(work(1));
    dropped("shutdown", set.shutdown()).await;
    println!("  then left in the set: {}", set.len());

    let mut jobs = stream::iter([1, 2]).then(work).boxed();
    dropped("try_next", jobs.try_next()).await;
    println!("  then {:?}", jobs.try_next().await);

    let mut jobs = stream::iter([1, 3]).then(work).boxed();
    let all = timeout(STEP * 2, jobs.by_ref().collect::<Vec<_>>()).await;
    println!("collect: {all:?}, then {:?}", jobs.next().await);
}

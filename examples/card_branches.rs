//! Drop what waits for several futures at once.
//!
//! In Python this is `gather(..)` and its like, cancelled.
//!
//!     cargo run --example card_branches

use futures::{StreamExt, TryStreamExt, future::*, stream};
use std::{sync::atomic::*, time::Duration};
use tokio::time::{sleep, timeout};

static DONE: AtomicUsize = AtomicUsize::new(0);

async fn work() -> Result<&'static str, ()> {
    sleep(Duration::from_millis(100)).await;
    DONE.fetch_add(1, Ordering::SeqCst);
    Ok("result")
}

/// Drops it early, and says how many of the branches finish all the same.
async fn given_up(what: &str, future: impl Future) {
    let limit = Duration::from_millis(10);
    DONE.store(0, Ordering::SeqCst);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
    sleep(Duration::from_millis(200)).await;
    println!("{what}: finished {}", DONE.load(Ordering::SeqCst));
}

#[tokio::main]
async fn main() -> Result<(), ()> {
    given_up("join!", async { tokio::join!(work(), work()) }).await;
    given_up("try_join!", async { tokio::try_join!(work(), work()) }).await;
    let either = async {
        tokio::select! { end = work() => end, end = work() => end }
    };
    given_up("select!", either).await;
    given_up("join_all", join_all([work(), work()])).await;
    given_up("try_join_all", try_join_all([work(), work()])).await;
    let two = || [Box::pin(work()), Box::pin(work())];
    given_up("select_all", select_all(two())).await;
    given_up("select_ok", select_ok(two())).await;

    let mut jobs = stream::iter([work(), work()]).buffer_unordered(2);
    given_up("next", jobs.next()).await;
    println!("next, again: {:?}", jobs.next().await);
    let mut jobs = stream::iter([work(), work()]).buffer_unordered(2);
    given_up("try_next", jobs.try_next()).await;
    println!("try_next, again: {:?}", jobs.try_next().await?);
    let jobs = stream::iter([work(), work()]).buffer_unordered(2);
    given_up("collect", jobs.collect::<Vec<_>>()).await;
    Ok(())
}

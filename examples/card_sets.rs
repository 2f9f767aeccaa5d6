//! Drop the futures of those who wait for a set of tasks.
//!
//! In Python this is `asyncio.wait(tasks)`, cancelled.
//!
//!     cargo run --example card_sets

use std::{sync::atomic::*, time::Duration};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

static DONE: AtomicUsize = AtomicUsize::new(0);

async fn work() -> &'static str {
    sleep(Duration::from_millis(100)).await;
    DONE.fetch_add(1, Ordering::SeqCst);
    "result"
}

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() {
    let mut set = JoinSet::from_iter([work()]);
    given_up(set.join_next()).await;
    println!("join_next: then {:?}", set.join_next().await);

    set.spawn(work());
    given_up(set.join_next_with_id()).await;
    let end = set.join_next_with_id().await;
    println!("join_next_with_id: then {:?}", end.map(|e| e.map(|e| e.1)));

    DONE.store(0, Ordering::SeqCst);
    given_up(JoinSet::from_iter([work(), work()]).join_all()).await;
    sleep(Duration::from_millis(200)).await;
    println!("join_all: finished {}", DONE.load(Ordering::SeqCst));

    // A thread that works cannot be aborted, so `shutdown` waits for it.
    let (tx, rx) = tokio::sync::oneshot::channel();
    set.spawn(work());
    set.spawn_blocking(|| {
        let _ = tx.send(());
        std::thread::sleep(Duration::from_millis(100));
        "result"
    });
    let _ = rx.await;
    given_up(set.shutdown()).await;
    println!("shutdown: {} still in the set", set.len());
    set.shutdown().await;
    let finished = DONE.load(Ordering::SeqCst);
    println!("shutdown, again: {}, finished {finished}", set.len());
}

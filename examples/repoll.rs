//! A finished future is polled again, because a loop goes on.
//!
//! In Python this is the RuntimeError "cannot reuse already awaited coroutine".
//!
//!     cargo run --example repoll

use std::{pin::pin, time::Duration};
use tokio::{
    select,
    sync::oneshot,
    task::{JoinError, spawn},
    time::{interval, sleep},
};

async fn work() {
    sleep(Duration::from_millis(50)).await;
}

// ANCHOR: again
async fn polled_again(mut work: impl Future + Unpin) {
    let mut ticks = interval(Duration::from_millis(20));
    for _ in 0..10 {
        select! {
            _ = &mut work => {} // finished, and the loop goes on
            _ = ticks.tick() => {}
        }
    }
}
// ANCHOR_END: again

// ANCHOR: guarded
async fn guarded() {
    let mut work = pin!(work());
    let mut done = false;
    let mut ticks = interval(Duration::from_millis(20));
    for _ in 0..10 {
        select! {
            () = &mut work, if !done => done = true,
            _ = ticks.tick() => {}
        }
    }
}
// ANCHOR_END: guarded

fn report(what: &str, end: Result<(), JoinError>) {
    let panic = end.err().and_then(|error| error.try_into_panic().ok());
    let why = panic.and_then(|panic| panic.downcast_ref::<&str>().copied());
    println!("{what}: {}", why.unwrap_or("no panic"));
}

#[tokio::main]
async fn main() {
    let (tx, rx) = oneshot::channel();
    report("async fn", spawn(polled_again(Box::pin(work()))).await);
    report("JoinHandle", spawn(polled_again(spawn(work()))).await);
    let _ = tx.send(());
    report("oneshot", spawn(polled_again(rx)).await);
    let sleep = Box::pin(sleep(Duration::from_millis(50)));
    report("sleep", spawn(polled_again(sleep)).await);
    report("guarded", spawn(guarded()).await);
}

//! A finished future is polled again, because a loop goes on.
//!
//! In Python this is the RuntimeError "cannot reuse already awaited coroutine".
//!
//!     cargo run --example repoll

use std::{pin::pin, time::Duration};
use tokio::{
    select,
    task::JoinError,
    time::{interval, sleep},
};

async fn work() {
    sleep(Duration::from_millis(50)).await;
}

// ANCHOR: again
async fn polled_again() {
    let mut work = pin!(work());
    let mut ticks = interval(Duration::from_millis(20));
    for _ in 0..10 {
        select! {
            () = &mut work => {} // finished, and the loop goes on
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
    match end.map_err(|error| error.try_into_panic()) {
        Ok(()) => println!("{what}: ended"),
        Err(Ok(panic)) => {
            let why = panic.downcast_ref::<&str>().copied();
            println!("{what}: panic, {}", why.unwrap_or("with no message"));
        }
        Err(Err(error)) => println!("{what}: {error}"),
    }
}

#[tokio::main]
async fn main() {
    report("polled again", tokio::spawn(polled_again()).await);
    report("guarded", tokio::spawn(guarded()).await);
}

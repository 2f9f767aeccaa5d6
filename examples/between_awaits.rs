//! Between two awaits nobody else runs in the same task; other tasks do.
//!
//! In Python no other task runs either.
//!
//!     cargo run --example between_awaits

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{sync::Barrier, thread, time::Duration};
use tokio::task::JoinError;

static VISITS: AtomicU32 = AtomicU32::new(0);
static BOTH: Barrier = Barrier::new(2); // lets two threads pass together

/// Reads, computes, writes: there is no `.await` in between.
async fn visit(compute: impl FnOnce()) {
    let seen = VISITS.load(SeqCst);
    compute();
    VISITS.store(seen + 1, SeqCst);
}

fn for_a_while() {
    thread::sleep(Duration::from_millis(100));
}

fn until_both_have_read() {
    BOTH.wait();
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<(), JoinError> {
    tokio::join!(visit(for_a_while), visit(for_a_while));
    println!("joined: {} visits", VISITS.swap(0, SeqCst));

    let first = tokio::spawn(visit(until_both_have_read));
    let second = tokio::spawn(visit(until_both_have_read));
    first.await?;
    second.await?;
    println!("spawned: {} visits", VISITS.load(SeqCst));
    Ok(())
}

//! Between two awaits nobody else runs in the same task; other tasks do.
//!
//! In Python no other task runs either.
//!
//!     cargo run --example between_awaits

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{thread, time::Duration};
use tokio::task::JoinError;

static VISITS: AtomicU32 = AtomicU32::new(0);

/// Reads, computes for 100 ms, writes: there is no `.await` in between.
async fn visit() {
    let seen = VISITS.load(SeqCst);
    thread::sleep(Duration::from_millis(100));
    VISITS.store(seen + 1, SeqCst);
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<(), JoinError> {
    tokio::join!(visit(), visit());
    println!("joined: {} visits", VISITS.swap(0, SeqCst));

    let (first, second) = (tokio::spawn(visit()), tokio::spawn(visit()));
    first.await?;
    second.await?;
    println!("spawned: {} visits", VISITS.load(SeqCst));
    Ok(())
}

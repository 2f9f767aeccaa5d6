//! A set that is dropped does not wait; `shutdown` does.
//!
//! In Python a `TaskGroup` never ends before its children.
//!
//!     cargo run --example drop_aborts

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{task::JoinSet, time::sleep};

// ANCHOR: main
static OPEN: AtomicU32 = AtomicU32::new(0);

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        std::thread::sleep(Duration::from_millis(50)); // It takes its time.
        OPEN.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn work(_id: u32) {
    OPEN.fetch_add(1, Ordering::Relaxed);
    let _connection = Connection;
    sleep(Duration::from_secs(60)).await;
}

#[tokio::main]
async fn main() {
    let workers: JoinSet<()> = [1, 2].map(work).into_iter().collect();
    sleep(Duration::from_millis(50)).await;
    drop(workers);
    println!("dropped: {} open", OPEN.load(Ordering::Relaxed));
    sleep(Duration::from_millis(300)).await;
    println!("300 ms later: {} open", OPEN.load(Ordering::Relaxed));

    let mut workers: JoinSet<()> = [3, 4].map(work).into_iter().collect();
    sleep(Duration::from_millis(50)).await;
    workers.shutdown().await;
    println!("shut down: {} open", OPEN.load(Ordering::Relaxed));
}
// ANCHOR_END: main

//! Three ways to forget an `.await` that the compiler accepts in silence.
//!
//! In Python the second and the third are a `RuntimeWarning`.
//!
//!     cargo run --example forgotten_await

use futures::future::join_all;
use std::{
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    time::Duration,
};
use tokio::time::sleep;

// ANCHOR: main
static SAVED: AtomicU32 = AtomicU32::new(0);

async fn save(row: u32) {
    println!("row {row} is saved");
    SAVED.fetch_add(1, Relaxed);
}

// Clippy would name the first line. Here it is meant to be wrong.
#[allow(clippy::let_underscore_future)]
#[tokio::main]
async fn main() {
    let _ = join_all([save(1), save(2)]); // what the compiler proposed
    let _row = save(3);
    drop(save(4));
    save(5).await;
    sleep(Duration::from_millis(50)).await;
    println!("{} of 5 rows", SAVED.load(Relaxed));
}
// ANCHOR_END: main

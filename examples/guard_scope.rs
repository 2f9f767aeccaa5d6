//! A lock is taken, used and given back between two awaits.
//!
//! In Python this is what an `await` outside of `with lock:` does.
//!
//!     cargo run --example guard_scope

// ANCHOR: visit
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{task::JoinError, time::sleep};

/// Clones the number out of the lock, and has only that while it waits.
async fn visit(next: Arc<Mutex<Option<u32>>>) {
    let page = *next.lock().expect("no holder panics");
    if let Some(page) = page {
        sleep(Duration::from_millis(10)).await;
        println!("page {page}");
    }
    {
        let mut next = next.lock().expect("no holder panics");
        *next = None;
    } // the guard is dropped here
    sleep(Duration::from_millis(10)).await;
}
// ANCHOR_END: visit

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let next = Arc::new(Mutex::new(Some(1)));
    tokio::spawn(visit(next.clone())).await?;
    println!("next: {:?}", next.lock().expect("no holder panics"));
    Ok(())
}

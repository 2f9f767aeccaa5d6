//! expect: error future cannot be sent between threads safely
//!
//! The guard is dropped before the await, and the compiler refuses it.

use std::sync::{Arc, Mutex};
use tokio::task::{JoinError, yield_now};

// ANCHOR: count
async fn count(total: Arc<Mutex<u32>>) {
    let mut guard = total.lock().expect("nobody panics");
    *guard += 1;
    drop(guard);
    yield_now().await;
}
// ANCHOR_END: count

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    tokio::spawn(count(Arc::default())).await
}

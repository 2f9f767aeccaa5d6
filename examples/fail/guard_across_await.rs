//! expect: error future cannot be sent between threads safely
//!
//! The lock is held while the task waits.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::time::sleep;

async fn count(visits: Arc<Mutex<u32>>) {
    let mut visits = visits.lock().expect("no holder panics");
    sleep(Duration::from_millis(10)).await;
    *visits += 1;
}

#[tokio::main]
async fn main() {
    let visits = Arc::new(Mutex::new(0));
    let _ended = tokio::spawn(count(visits)).await;
}

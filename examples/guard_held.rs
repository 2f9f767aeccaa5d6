//! A lock that is held while its task waits stops the others of that task.
//!
//! In Python this is a `threading.Lock` around an `await`.
//!
//!     cargo run --example guard_held

use std::{sync::Mutex, time::Duration};
use tokio::time::sleep;

// Clippy finds it; switched off to see what happens.
#[allow(clippy::await_holding_lock)]
async fn holds(visits: &Mutex<u32>) {
    let mut visits = visits.lock().expect("no holder panics");
    sleep(Duration::from_millis(50)).await;
    *visits += 1;
}

async fn asks(visits: &Mutex<u32>) {
    // `lock` would block the only thread that could end the other branch.
    println!("free at 0 ms: {}", visits.try_lock().is_ok());
    sleep(Duration::from_millis(100)).await;
    println!("free at 100 ms: {}", visits.try_lock().is_ok());
}

#[tokio::main]
async fn main() {
    let visits = Mutex::new(0);
    tokio::join!(holds(&visits), asks(&visits));
    println!("{} visit", visits.lock().expect("no holder panics"));
}

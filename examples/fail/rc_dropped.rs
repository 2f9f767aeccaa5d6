//! expect: error future cannot be sent between threads safely
//!
//! The `Rc` was used and dropped before the task waits. That is not enough.

use std::{rc::Rc, time::Duration};
use tokio::time::sleep;

// ANCHOR: b
async fn b() {
    let visits = Rc::new(1);
    println!("{visits} visits");
    drop(visits);
    sleep(Duration::from_millis(10)).await;
}
// ANCHOR_END: b

#[tokio::main]
async fn main() {
    let _ended = tokio::spawn(b()).await;
}

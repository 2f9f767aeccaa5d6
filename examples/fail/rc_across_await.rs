//! expect: error future cannot be sent between threads safely
//!
//! An `Rc` is still there when the task waits.

use std::{rc::Rc, time::Duration};
use tokio::time::sleep;

async fn count() {
    let visits = Rc::new(1);
    sleep(Duration::from_millis(10)).await;
    println!("{visits} visits");
}

#[tokio::main]
async fn main() {
    let _ended = tokio::spawn(count()).await;
}

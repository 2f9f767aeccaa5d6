//! expect: error future cannot be sent between threads safely
//!
//! The `Arc` has several owners, and a `RefCell` cannot be used by two threads.

use std::{cell::RefCell, sync::Arc};
use tokio::task::yield_now;

async fn count(total: Arc<RefCell<u32>>) {
    yield_now().await;
    *total.borrow_mut() += 1;
}

#[tokio::main]
async fn main() {
    let total = Arc::new(RefCell::new(0));
    let _ended = tokio::spawn(count(total)).await;
}

//! expect: error future cannot be sent between threads safely
//!
//! No variable holds the guard, and still it lives as long as the block.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::time::sleep;

async fn visit(next: Arc<Mutex<Option<u32>>>) {
    if let Some(page) = *next.lock().expect("no holder panics") {
        sleep(Duration::from_millis(10)).await;
        println!("page {page}");
    }
}

#[tokio::main]
async fn main() {
    let next = Arc::new(Mutex::new(Some(1)));
    let _ended = tokio::spawn(visit(next)).await;
}

//! expect: error E0308
//!
//! There are two types `Instant`: `timeout_at` wants Tokio's.

use std::time::{Duration, Instant};
use tokio::time::timeout_at;

#[tokio::main]
async fn main() {
    let deadline = Instant::now() + Duration::from_millis(50);
    println!("{:?}", timeout_at(deadline, async { 1 }).await);
}

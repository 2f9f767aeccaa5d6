//! Drop a transfer in the middle, and call it again from its first line.
//!
//! In Python this is `cancel()` between two changes, and a second call.
//!
//!     cargo run --example half_transfer

use std::time::Duration;
use tokio::time::{sleep, timeout};

/// Asks another service, and changes nothing.
async fn check() {
    sleep(Duration::from_millis(100)).await;
}

// ANCHOR: bank
struct Bank {
    a: i32,
    b: i32,
}

impl Bank {
    async fn half(&mut self) {
        self.a -= 10;
        check().await;
        self.b += 10;
    }

    async fn whole(&mut self) {
        check().await;
        self.a -= 10;
        self.b += 10;
    }
}
// ANCHOR_END: bank

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(50);

    let mut bank = Bank { a: 100, b: 0 };
    let first = timeout(limit, bank.half()).await;
    bank.half().await;
    println!("half:  {first:?}, then a {}, b {}", bank.a, bank.b);

    let mut bank = Bank { a: 100, b: 0 };
    let first = timeout(limit, bank.whole()).await;
    bank.whole().await;
    println!("whole: {first:?}, then a {}, b {}", bank.a, bank.b);
}

//! expect: error E0499
//!
//! The second begins when the first has ended, and both are made before.

use std::time::Duration;
use tokio::time::sleep;

async fn add(n: &mut u32) {
    let seen = *n;
    sleep(Duration::from_millis(10)).await;
    *n = seen + 1;
}

#[tokio::main]
async fn main() {
    let mut n = 0;
    let first = add(&mut n);
    let second = add(&mut n);
    first.await;
    second.await;
    println!("{n}");
}

//! expect: error E0499
//!
//! Two futures, and each wants to change the same variable.

use std::time::Duration;
use tokio::{join, time::sleep};

async fn add(n: &mut u32) {
    let seen = *n;
    sleep(Duration::from_millis(10)).await;
    *n = seen + 1;
}

#[tokio::main]
async fn main() {
    let mut n = 0;
    join!(add(&mut n), add(&mut n));
    println!("{n}");
}

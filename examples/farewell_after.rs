//! The goodbye comes after the part that is cut off, and is awaited.
//!
//! In Python this is `async with timeout(..)` and an `await` after it.
//!
//!     cargo run --example farewell_after

use std::time::Duration;
use tokio::time::{sleep, timeout};

// ANCHOR: main
struct Connection;

impl Connection {
    async fn talk(&mut self) {
        sleep(Duration::from_secs(10)).await;
    }

    async fn goodbye(self) {
        println!("saying goodbye");
        sleep(Duration::from_millis(100)).await;
        println!("goodbye said");
    }
}

async fn visit() {
    let mut connection = Connection;
    let limit = Duration::from_millis(50);
    if timeout(limit, connection.talk()).await.is_err() {
        println!("talk was cut off");
    }
    connection.goodbye().await;
}

#[tokio::main]
async fn main() {
    visit().await;
    println!("main ends");
}
// ANCHOR_END: main

//! A destructor spawns a goodbye, and nobody waits for it.
//!
//! In Python this is `await` in `finally`, which the task waits for.
//!
//!     cargo run --example farewell

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
async fn goodbye() {
    println!("saying goodbye");
    sleep(Duration::from_millis(100)).await;
    println!("goodbye said");
}

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection dropped");
        tokio::spawn(goodbye());
    }
}

async fn talk(_connection: Connection) {
    sleep(Duration::from_secs(10)).await;
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(talk(Connection));
    sleep(Duration::from_millis(50)).await;
    task.abort();
    let _ = task.await;
    sleep(Duration::from_millis(20)).await;
    println!("main ends");
}
// ANCHOR_END: main

//! A destructor that blocks its thread until the goodbye is said.
//!
//! In Python this is `await` in `finally`, and no thread is held up.
//!
//!     cargo run --example farewell_block

use std::time::Duration;
use tokio::{runtime::Handle, task::block_in_place, time::sleep};

async fn goodbye() {
    println!("saying goodbye");
    sleep(Duration::from_millis(100)).await;
    println!("goodbye said");
}

// ANCHOR: drop
struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        block_in_place(|| Handle::current().block_on(goodbye()));
    }
}
// ANCHOR_END: drop

async fn talk(_connection: Connection) {
    sleep(Duration::from_secs(10)).await;
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(talk(Connection));
    sleep(Duration::from_millis(50)).await;
    task.abort();
    let _ = task.await;
    println!("main ends");
}

//! The runtime owns its tasks, also one that nobody can ever wake.
//!
//! In Python the loop has only weak references to its tasks.
//!
//!     cargo run --example kept_alive

use std::{future, time::Duration};
use tokio::{runtime::Handle, time::sleep};

async fn wait_for_nobody() {
    future::pending::<()>().await;
}

#[tokio::main]
async fn main() {
    tokio::spawn(wait_for_nobody());
    sleep(Duration::from_millis(10)).await;

    let tasks = Handle::current().metrics().num_alive_tasks();
    println!("spawned tasks that are alive: {tasks}");
}

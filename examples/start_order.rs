//! A task may begin before its spawner reaches an `.await`, or may not.
//!
//! In Python this is `asyncio.create_task`, which never begins at once.
//!
//!     cargo run --example start_order

use std::{sync::mpsc, time::Duration};
use tokio::task::JoinError;

/// Spawns, then keeps its own thread busy: there is no `.await` here.
async fn begun_meanwhile() -> bool {
    let (tell, told) = mpsc::channel();
    tokio::spawn(async move { tell.send("I have begun") });
    told.recv_timeout(Duration::from_millis(500)).is_ok()
}

#[tokio::main(flavor = "current_thread")]
async fn one_thread() {
    println!("current_thread: {}", begun_meanwhile().await);
}

#[tokio::main]
async fn several_threads() -> Result<(), JoinError> {
    println!("multi_thread, spawned by main: {}", begun_meanwhile().await);
    let begun = tokio::spawn(begun_meanwhile()).await?;
    println!("multi_thread, spawned by a task: {begun}");
    Ok(())
}

fn main() -> Result<(), JoinError> {
    one_thread();
    several_threads()
}

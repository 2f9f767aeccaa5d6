//! A value that belongs to a task: its branches have it, tasks it spawns do not.
//!
//! In Python this is `contextvars.ContextVar`, which tasks inherit.
//!
//!     cargo run --example request_id

use std::time::Duration;
use tokio::{task::JoinError, task_local, time::sleep};

task_local! {
    static REQUEST: u32;
}

async fn log(who: &str) {
    sleep(Duration::from_millis(10)).await;
    match REQUEST.try_with(|id| *id) {
        Ok(id) => println!("{who}: request {id}"),
        Err(error) => println!("{who}: {error}"),
    }
}

async fn handle() -> Result<(), JoinError> {
    tokio::join!(log("a branch"));
    tokio::spawn(log("a task")).await?;

    let id = REQUEST.get(); // read here, given to the task by hand
    tokio::spawn(REQUEST.scope(id, log("a task with a scope"))).await
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    REQUEST.scope(7, handle()).await
}

//! Two functions with an `Rc` that can be spawned, and why.
//!
//! In Python any coroutine can become a task.
//!
//!     cargo run --example sendable

use std::{rc::Rc, time::Duration};
use tokio::{task::JoinError, time::sleep};

// ANCHOR: functions
async fn a() {
    let visits = Rc::new(1);
    drop(visits); // moved, and never borrowed
    sleep(Duration::from_millis(10)).await;
}

async fn c() {
    {
        let visits = Rc::new(1);
        println!("{visits} visit");
    } // its scope has ended
    sleep(Duration::from_millis(10)).await;
}
// ANCHOR_END: functions

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    tokio::spawn(a()).await?;
    tokio::spawn(c()).await?;
    println!("spawned: a and c");
    Ok(())
}

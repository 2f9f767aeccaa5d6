//! Spawning needs a runtime; a thread of your own is outside of it.
//!
//! In Python this is `create_task` in a thread, and
//! `run_coroutine_threadsafe`.
//!
//!     cargo run --example outside

use std::{thread, time::Duration};
use tokio::{runtime::Handle, task::JoinError, time::sleep};

async fn hello(name: &str) {
    sleep(Duration::from_millis(10)).await;
    println!("hello, {name}");
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let lost = thread::spawn(|| {
        let future = hello("lost"); // this can be made anywhere
        tokio::spawn(future);
    });
    println!("spawn panics: {}", lost.join().is_err());

    let runtime = Handle::current();
    let found = thread::spawn(move || runtime.spawn(hello("found")));
    if let Ok(task) = found.join() {
        task.await?; // the thread is gone, its task is not
    }
    Ok(())
}
// ANCHOR_END: main

//! Abort a task before its first poll.
//!
//! In Python this is `create_task(..)` and `task.cancel()` in one turn.
//!
//!     cargo run --example before_start

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
struct Close(&'static str);

impl Drop for Close {
    fn drop(&mut self) {
        println!("close {}", self.0);
    }
}

async fn upload(file: Close) {
    let _connection = Close("connection");
    println!("upload of {} begins", file.0);
    sleep(Duration::from_millis(100)).await;
}

// One thread: the task cannot begin before `main` waits.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(upload(Close("a.txt")));
    task.abort();
    if task.await.is_err_and(|e| e.is_cancelled()) {
        println!("main: cancelled");
    }
}
// ANCHOR_END: main

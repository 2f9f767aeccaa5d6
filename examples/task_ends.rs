//! The four ways in which a task ends, as its handle tells them.
//!
//! In Python `await task` returns, or raises one of three kinds of exception.
//!
//!     cargo run --example task_ends

use std::time::Duration;
use tokio::time::sleep;

async fn job(kind: &str) -> Result<u32, String> {
    sleep(Duration::from_millis(10)).await;
    match kind {
        "fails" => Err("disk full".to_owned()),
        "panics" => panic!("index out of range"),
        _ => Ok(42),
    }
}

#[tokio::main]
async fn main() {
    for kind in ["works", "fails", "panics", "is cancelled"] {
        let task = tokio::spawn(job(kind));
        if kind == "is cancelled" {
            task.abort();
        }
        match task.await {
            Ok(Ok(value)) => println!("{kind}: value {value}"),
            Ok(Err(error)) => println!("{kind}: error {error}"),
            Err(end) => println!(
                "{kind}: JoinError, panic {}, cancelled {}",
                end.is_panic(),
                end.is_cancelled()
            ),
        }
    }
    println!("main goes on");
}

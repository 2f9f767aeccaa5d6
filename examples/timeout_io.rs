//! A timeout among other errors: `?` makes an I/O error of it.
//!
//! In Python `TimeoutError` is an `OSError`.
//!
//!     cargo run --example timeout_io

use std::{io, time::Duration};
use tokio::time::{sleep, timeout};

// ANCHOR: main
async fn read_line() -> io::Result<String> {
    sleep(Duration::from_millis(500)).await;
    Ok("hello".to_owned())
}

async fn greeting() -> io::Result<String> {
    let limit = Duration::from_millis(50);
    let line = timeout(limit, read_line()).await??;
    Ok(format!("it said {line}"))
}

#[tokio::main]
async fn main() {
    match greeting().await {
        Ok(text) => println!("{text}"),
        Err(e) => println!("{:?}: {e}", e.kind()),
    }
}
// ANCHOR_END: main

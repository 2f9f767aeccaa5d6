//! Wait for all of them, and keep the errors beside the values.
//!
//! In Python this is `gather(.., return_exceptions=True)`.
//!
//!     cargo run --example return_exceptions

use futures::future::join_all;
use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
async fn may_fail(n: u32) -> Result<u32, String> {
    sleep(Duration::from_millis(10)).await;
    if n == 2 {
        return Err("Failed!".to_owned());
    }
    Ok(n)
}

#[tokio::main]
async fn main() {
    let results = join_all((1..=3).map(may_fail)).await;
    println!("{results:?}");

    for result in &results {
        match result {
            Ok(n) => println!("value {n}"),
            Err(error) => println!("error {error}"),
        }
    }

    let all: Result<Vec<u32>, String> = results.into_iter().collect();
    println!("all or nothing: {all:?}");
}
// ANCHOR_END: main

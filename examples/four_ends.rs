//! A task can end in four ways, and a `match` names all of them.
//!
//! In Python this is `gather(.., return_exceptions=True)` and `isinstance`.
//!
//!     cargo run --example four_ends

use std::future::pending;

// ANCHOR: main
async fn work(n: u32) -> Result<u32, String> {
    match n {
        2 => Err("Failed!".to_owned()),
        3 => panic!("a bug"),
        4 => pending().await, // Waits for ever.
        _ => Ok(n),
    }
}

#[tokio::main]
async fn main() {
    let tasks: Vec<_> = (1..=4).map(|n| tokio::spawn(work(n))).collect();
    tasks[3].abort();

    for task in tasks {
        match task.await {
            Ok(Ok(n)) => println!("value {n}"),
            Ok(Err(error)) => println!("error {error}"),
            Err(end) if end.is_panic() => println!("panic"),
            Err(_) => println!("aborted"),
        }
    }
}
// ANCHOR_END: main

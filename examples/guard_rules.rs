//! Four ways to use a std lock in a task: the guard is gone before the await.
//!
//! In Python this is `with lock:` around lines without an `await`.
//!
//!     cargo run --example guard_rules

use std::sync::{Arc, Mutex};
use tokio::task::{JoinError, yield_now};

type Shared = Arc<Mutex<u32>>;

// ANCHOR: rules
async fn in_a_block(n: Shared) {
    {
        let mut n = n.lock().expect("nobody panics");
        *n += 1;
    } // The guard is dropped here.
    yield_now().await;
}

async fn in_a_statement(n: Shared) {
    *n.lock().expect("nobody panics") += 1; // Dropped at the semicolon.
    yield_now().await;
}

async fn in_a_condition(n: Shared) {
    if *n.lock().expect("nobody panics") < 10 {
        yield_now().await; // Dropped before the block of an `if` begins.
    }
}

fn add_one(n: &Shared) {
    *n.lock().expect("nobody panics") += 1;
}

async fn in_a_function(n: Shared) {
    add_one(&n); // A function without async cannot await.
    yield_now().await;
}
// ANCHOR_END: rules

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let n = Shared::default();
    tokio::spawn(in_a_block(n.clone())).await?;
    tokio::spawn(in_a_statement(n.clone())).await?;
    tokio::spawn(in_a_condition(n.clone())).await?;
    tokio::spawn(in_a_function(n.clone())).await?;
    println!("three increments: {}", n.lock().expect("nobody panics"));
    Ok(())
}

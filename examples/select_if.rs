//! What happens in a `select!` whose conditions switch branches off.
//!
//! In Python this is a list of tasks into which only some are put.
//!
//!     cargo run --example select_if

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
/// No `async fn`: it makes its future after it has printed.
fn ask(server: &str) -> impl Future<Output = u32> {
    println!("ask({server:?}) is called");
    async {
        sleep(Duration::from_millis(10)).await;
        42
    }
}

async fn first(a: bool, b: bool) -> u32 {
    tokio::select! {
        n = ask("a"), if a => n,
        n = ask("b"), if b => n,
    }
}

// One thread: then the task has the same number in each run.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("only b: {}", first(false, true).await);

    if let Err(error) = tokio::spawn(first(false, false)).await {
        println!("{error}");
    }
}
// ANCHOR_END: main

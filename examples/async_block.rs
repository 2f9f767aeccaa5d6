//! An async block is a future made on the spot.
//!
//! In Python this takes a nested `async def`, and a call of it.
//!
//!     cargo run --example async_block

use std::time::Duration;
use tokio::time::sleep;

async fn is_long(word: &str) -> bool {
    sleep(Duration::from_millis(10)).await;
    word.len() > 4
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let words = vec!["poll".to_owned(), "await".to_owned()];

    let search = async {
        for word in &words {
            if is_long(word).await {
                return Some(word); // leaves the block, not `main`
            }
        }
        None
    };
    println!("nothing is searched yet");
    println!("found {:?} among {} words", search.await, words.len());

    let owner = async move { words.len() };
    println!("the block owns {} words", owner.await);
}
// ANCHOR_END: main

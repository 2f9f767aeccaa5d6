//! A future gives its output once.
//!
//! In Python the second `await` of a coroutine raises `RuntimeError`.
//!
//!     cargo run --example awaited_again

use std::pin::pin;

async fn answer() -> u32 {
    42
}

async fn twice() -> u32 {
    let mut answer = pin!(answer()); // may be awaited by reference
    let first = answer.as_mut().await;
    let second = answer.as_mut().await; // it has ended already
    first + second
}

#[tokio::main]
async fn main() {
    println!("once: {}", answer().await);
    // A task of its own, so that `main` outlives the panic.
    let both = tokio::spawn(twice()).await;
    println!("twice panics: {}", both.is_err());
}

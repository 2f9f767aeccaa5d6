//! A handle that is awaited by reference can be awaited once too often.
//!
//! In Python a task gives its result as often as it is awaited.
//!
//!     cargo run --example handle_again

use tokio::task::JoinError;

async fn answer() -> u32 {
    42
}

async fn twice() -> Result<u32, JoinError> {
    let mut task = tokio::spawn(answer());
    let first = (&mut task).await?; // by reference: the handle is still here
    println!("first: {first}");
    let second = (&mut task).await?; // its result was taken
    Ok(first + second)
}

#[tokio::main]
async fn main() {
    // A task of its own, so that `main` outlives the panic.
    let both = tokio::spawn(twice()).await;
    println!("second panics: {}", both.is_err());
}

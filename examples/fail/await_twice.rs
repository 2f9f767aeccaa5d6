//! expect: error E0382
//!
//! A result can be taken out of a handle once.

use tokio::task::JoinError;

async fn answer() -> u32 {
    42
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let task = tokio::spawn(answer());
    println!("{}", task.await?);
    println!("{}", task.await?);
    Ok(())
}

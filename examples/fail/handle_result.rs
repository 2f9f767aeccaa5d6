//! expect: error E0308
//!
//! Awaiting a handle gives a `Result` around what the task gives.

async fn answer() -> u32 {
    42
}

#[tokio::main]
async fn main() {
    let number: u32 = tokio::spawn(answer()).await;
    println!("{number}");
}

//! expect: error E0277
//!
//! `Box<dyn Error>` may hold an error that is not `Send`.

use std::error::Error;

async fn port(text: &'static str) -> Result<u16, Box<dyn Error>> {
    Ok(text.parse()?)
}

#[tokio::main]
async fn main() {
    let _ended = tokio::spawn(port("8080")).await;
}

//! Errors on their way out of a chain of awaits.
//!
//! In Python these are exceptions, and `try` around three `await`s.
//!
//!     cargo run --example question_mark

use std::{error::Error, io, time::Duration};
use tokio::time::sleep;

// ANCHOR: main
/// Stands for a file on another machine.
async fn read(name: &str) -> io::Result<String> {
    sleep(Duration::from_millis(10)).await;
    match name {
        "limit" => Ok("12\n".to_owned()),
        "broken" => Ok("twelve\n".to_owned()),
        _ => Err(io::Error::other("no such file")),
    }
}

async fn number(name: &str) -> Result<u32, Box<dyn Error>> {
    let number = read(name).await?.trim().parse()?;
    Ok(number)
}

#[tokio::main]
async fn main() {
    for name in ["limit", "missing", "broken"] {
        match number(name).await {
            Ok(number) => println!("{name}: {number}"),
            Err(error) => println!("{name}: {error}"),
        }
    }
    // A block, where Python has `try`: `?` leaves the block.
    let both = async {
        let sum = number("limit").await? + number("broken").await?;
        Ok::<_, Box<dyn Error>>(sum)
    };
    println!("both: {:?}", both.await.ok());
}
// ANCHOR_END: main

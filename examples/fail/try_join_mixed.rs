//! expect: error E0308
//!
//! All branches of `try_join!` fail with one and the same type.

use std::num::ParseIntError;

async fn name() -> Result<String, String> {
    Ok("Ada".to_owned())
}

async fn age() -> Result<u32, ParseIntError> {
    "36".parse()
}

#[tokio::main]
async fn main() {
    match tokio::try_join!(name(), age()) {
        Ok((name, age)) => println!("{name}, {age}"),
        Err(error) => println!("{error}"),
    }
}

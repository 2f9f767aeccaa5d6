//! expect: warning unused_results
//!
//! The lint is off until a file asks for it.
#![warn(unused_results)]

async fn save(row: u32) -> Result<(), String> {
    Err(format!("row {row}: disk full"))
}

#[tokio::main]
async fn main() {
    tokio::spawn(save(1));
}

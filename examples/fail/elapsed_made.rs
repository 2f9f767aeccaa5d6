//! expect: error E0423
//!
//! Only Tokio makes an `Elapsed`. Return the one that a timeout gave you.

use tokio::time::error::Elapsed;

async fn late() -> Result<u32, Elapsed> {
    Err(Elapsed(()))
}

#[tokio::main]
async fn main() {
    println!("{:?}", late().await);
}

//! expect: error E0432
//!
//! The exercises may use tokio, tokio-util, futures and lab, and no other
//! crate.

use tokio_stream::StreamExt;

#[tokio::main]
async fn main() {
    let mut numbers = futures::stream::iter([1, 2]);
    println!("{:?}", numbers.next().await);
}

//! expect: error E0034
//!
//! Both crates have a trait with a method `next`.

use futures::StreamExt as _;
use tokio_stream::StreamExt as _;

#[tokio::main]
async fn main() {
    let mut numbers = futures::stream::iter(1..=3);
    while let Some(number) = numbers.next().await {
        println!("{number}");
    }
}

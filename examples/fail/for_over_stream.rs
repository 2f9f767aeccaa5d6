//! expect: error E0277
//!
//! `for` takes an iterator, and a stream is none.

use futures::stream;

#[tokio::main]
async fn main() {
    let numbers = stream::iter(1..=3);
    for number in numbers {
        println!("{number}");
    }
}

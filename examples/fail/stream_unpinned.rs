//! expect: error E0277
//!
//! Most streams must stay in their place while somebody waits for an item.

use futures::{Stream, StreamExt};

async fn print_all(mut numbers: impl Stream<Item = u32>) {
    while let Some(number) = numbers.next().await {
        println!("{number}");
    }
}

#[tokio::main]
async fn main() {
    print_all(futures::stream::iter([1, 2, 3])).await;
}

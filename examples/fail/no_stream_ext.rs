//! expect: error E0599
//!
//! `next` comes with a trait, and the trait has to be imported.

use futures::stream::FuturesUnordered;

async fn download(name: &str) -> &str {
    name
}

#[tokio::main]
async fn main() {
    let mut downloads: FuturesUnordered<_> =
        ["a", "b"].into_iter().map(download).collect();
    while let Some(name) = downloads.next().await {
        println!("{name}");
    }
}

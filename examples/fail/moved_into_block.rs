//! expect: error E0382
//! `async move` takes what the block names.

#[tokio::main]
async fn main() {
    let words = vec!["poll", "await"];
    let count = async move { words.len() };
    println!("{} of {words:?}", count.await);
}

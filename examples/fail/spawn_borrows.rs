//! expect: error E0373
//!
//! The block borrows `host`, and the task may outlive `main`.

async fn fetch(host: &str, page: u32) {
    println!("{host}/{page}");
}

#[tokio::main]
async fn main() {
    let host = String::from("docs.rs");
    let task = tokio::spawn(async { fetch(&host, 1).await });
    println!("fetching from {host}");
    let _ended = task.await;
}

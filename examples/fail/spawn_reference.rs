//! expect: error E0597
//!
//! The reference is moved into the task, and it is still a reference.

async fn fetch(host: &str, page: u32) {
    println!("{host}/{page}");
}

#[tokio::main]
async fn main() {
    let host = String::from("docs.rs");
    let task = tokio::spawn(fetch(&host, 1));
    let _ended = task.await;
}

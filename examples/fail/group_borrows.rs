//! expect: error E0597
//!
//! A task of a `JoinSet` may not borrow, although `main` waits for it.

use tokio::task::JoinSet;

async fn length(text: &str) -> usize {
    text.len()
}

#[tokio::main]
async fn main() {
    let text = String::from("as long as the set");
    let mut group = JoinSet::new();
    group.spawn(length(&text));
    println!("{:?}", group.join_all().await);
}

//! expect: error E0271
//!
//! All tasks of a `JoinSet` give one type of result.

use tokio::task::JoinSet;

async fn name() -> String {
    "Ada".to_owned()
}

async fn age() -> u32 {
    36
}

#[tokio::main]
async fn main() {
    let mut group = JoinSet::new();
    group.spawn(name());
    group.spawn(age());
    println!("{}", group.join_all().await.len());
}

//! expect: error captured variable cannot escape
//!
//! Each call of the closure may change `done`, and so no future may keep it.

use futures::future::join_all;

#[tokio::main]
async fn main() {
    let mut done = 0;
    let jobs = (0..3).map(|_| async { done += 1 });
    join_all(jobs).await;
    println!("{done}");
}

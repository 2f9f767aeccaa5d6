//! expect: error E0277
//!
//! `select_all` wants futures that may be moved while they are polled: put
//! each into a box.

use futures::future::select_all;

async fn first<F: Future>(jobs: Vec<F>) -> F::Output {
    select_all(jobs).await.0
}

#[tokio::main]
async fn main() {
    println!("{}", first(vec![async { 1 }]).await);
}

//! right
//!
//! The macro stands above any async function.

#[tokio::main(flavor = "current_thread")]
pub async fn run<F: Future>(future: F) -> F::Output {
    future.await
}

//! right
//!
//! A list of two.

use std::time::Duration;

use futures::future::{FutureExt, select_all};
use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let later = async move {
        sleep(patience).await;
        second.await
    };
    select_all([first.boxed(), later.boxed()]).await.0
}

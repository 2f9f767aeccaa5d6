//! right
//!
//! The first is lent, so it survives the timeout.

use std::{pin::pin, time::Duration};

use tokio::time::timeout;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let mut first = pin!(first);
    if let Ok(answer) = timeout(patience, &mut first).await {
        return answer;
    }
    tokio::select! {
        answer = first => answer,
        answer = second => answer,
    }
}

//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//!
//! A task each, awaited at once: no better than a plain await.

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut results = Vec::new();
    for future in futures {
        results.push(tokio::spawn(future).await.unwrap());
    }
    results
}

//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//! says: one after another
//!
//! Awaits one after the other.

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut results = Vec::new();
    for future in futures {
        results.push(future.await);
    }
    results
}

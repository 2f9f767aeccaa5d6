//! wrong: no_futures_give_no_results
//! says: at least one
//!
//! Spawns all but the last and awaits that one itself: an empty list has no
//! last.

pub async fn gather<F>(mut futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let last = futures.pop().expect("there is at least one");
    let handles: Vec<_> = futures.into_iter().map(tokio::spawn).collect();
    let last = last.await;
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.await.unwrap());
    }
    results.push(last);
    results
}

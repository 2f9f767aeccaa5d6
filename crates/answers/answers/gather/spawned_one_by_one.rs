//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//!
//! Each future becomes a task that is awaited before the next one is spawned:
//! 10 ms after the call there is one task in the timeline. That is a plain
//! `.await` with an extra task. Which tasks must exist before you wait for the
//! first?

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

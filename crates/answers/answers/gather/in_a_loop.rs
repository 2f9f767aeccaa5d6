//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//! says: one after another
//!
//! The futures are awaited one by one: 10 ms after the call one of them is
//! under way, and the others have not been polled. That keeps their order and
//! loses the time that they could have shared. What polls all of them in one
//! wait?

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

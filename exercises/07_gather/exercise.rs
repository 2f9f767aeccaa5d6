//! `asyncio.gather(*futures)`: all at once, results in the order of the input.

/// A panic of one of them goes on, out of `gather`. The bounds let you spawn
/// tasks; you need not.
pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    // TODO: run all of them at the same time; keep their order.
    todo!("{} results", futures.len())
}

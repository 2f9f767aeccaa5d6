//! A hedged request: a second try, without giving up the first.

use std::time::Duration;

/// Asks `first`. When it has been silent for `patience`, asks `second`, too.
/// The first answer counts; the other call is cancelled.
///
/// The bounds let you spawn tasks; you need not.
pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    // TODO: race the two, but let `second` begin later. (Delete the next
    // line.)
    let _ = (first, second);
    todo!("wait for {patience:?}")
}

//! right
//!
//! Split first, unpack then.

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let results = join_all(calls).await;
    let (good, bad): (Vec<_>, Vec<_>) =
        results.into_iter().partition(Result::is_ok);
    let errors = bad.into_iter().filter_map(Result::err).collect();
    (good.into_iter().flatten().collect(), errors)
}

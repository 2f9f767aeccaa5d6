//! wrong: both_keep_the_order_of_the_calls
//! says: the results [5, 3, 1]
//! says: the order in which they finished
//!
//! Both lists stand in the order of the ends: in the timeline call 5 ends at 10
//! ms and call 1 at 300. Nothing is lost. Either the results are taken in the
//! order of the calls, or each of them brings its place along.

use tokio::task::JoinSet;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut set: JoinSet<_> = calls.into_iter().collect();
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = set.join_next().await {
        match ended.expect("no panic") {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    (values, errors)
}

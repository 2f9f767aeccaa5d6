//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//!
//! `JoinSet` gives results as they finish.

use tokio::task::JoinSet;

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut set = JoinSet::new();
    for future in futures {
        set.spawn(future);
    }
    set.join_all().await
}

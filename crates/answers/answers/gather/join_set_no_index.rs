//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//!
//! The results come in the order in which the tasks end: in the timeline b at
//! 100 ms, c at 200, a at 300. Perhaps a `JoinSet` gives them out: it does so
//! at each end, and it does not know who was first in the list. What could a
//! task bring along, beside its result, that tells its place?

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

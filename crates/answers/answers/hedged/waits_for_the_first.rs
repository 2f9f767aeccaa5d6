//! wrong: a_silent_first_gets_company_after_100_ms
//! says: Not all of them began
//!
//! The first is awaited to its end at 1000 ms, and the second is never begun.
//! Its 100 ms of patience have long passed by then. Who looks at the clock
//! while the first is silent?

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let answer = first.await;
    let late = sleep(patience);
    drop((late, second));
    answer
}

//! wrong: what_is_dropped_is_reported_at_once
//! says: the results []
//!
//! The report stands after the `.await`. When the future is dropped at 30 ms,
//! that line never runs.

use std::time::Duration;

use tokio::time::Instant;

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let start = Instant::now();
    let result = work.await;
    report(start.elapsed());
    result
}

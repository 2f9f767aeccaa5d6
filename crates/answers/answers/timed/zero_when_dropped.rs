//! wrong: what_is_dropped_is_reported_at_once
//! says: the results ["0 ms, at 30 ms"]
//!
//! The destructor does not know when the work began, and reports a time of
//! zero. What does it have to keep?

use std::time::Duration;

use tokio::time::Instant;

struct Report<F: FnOnce(Duration)>(Option<F>);

impl<F: FnOnce(Duration)> Drop for Report<F> {
    fn drop(&mut self) {
        if let Some(report) = self.0.take() {
            report(Duration::ZERO);
        }
    }
}

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let start = Instant::now();
    let mut guard = Report(Some(report));
    let result = work.await;
    if let Some(report) = guard.0.take() {
        report(start.elapsed());
    }
    result
}

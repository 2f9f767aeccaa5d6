//! wrong: what_ends_well_is_reported_once
//! says: the results ["0 ms, at 0 ms"]
//!
//! The guard is bound to `_`, which is no variable: it is dropped at the end of
//! that line, before the work has begun.

use std::time::Duration;

use tokio::time::Instant;

struct Report<F: FnOnce(Duration)> {
    start: Instant,
    report: Option<F>,
}

impl<F: FnOnce(Duration)> Drop for Report<F> {
    fn drop(&mut self) {
        if let Some(report) = self.report.take() {
            report(self.start.elapsed());
        }
    }
}

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let _ = Report {
        start: Instant::now(),
        report: Some(report),
    };
    work.await
}

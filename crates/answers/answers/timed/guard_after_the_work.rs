//! wrong: what_ends_well_is_reported_once
//! says: the results ["0 ms, at 70 ms"]
//!
//! The guard is made when the work is done. It measures what is left, and that
//! is nothing.

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
    let result = work.await;
    let _report = Report {
        start: Instant::now(),
        report: Some(report),
    };
    result
}

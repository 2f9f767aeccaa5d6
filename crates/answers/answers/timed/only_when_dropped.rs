//! wrong: what_ends_well_is_reported_once
//! says: the results []
//!
//! When the work ends well, the guard is forgotten, and with it the report.

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
    let guard = Report {
        start: Instant::now(),
        report: Some(report),
    };
    let result = work.await;
    std::mem::forget(guard);
    result
}

//! right
//!
//! The guard and the work in one block.

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

pub fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> impl Future<Output = T> {
    async move {
        let _report = Report {
            start: Instant::now(),
            report: Some(report),
        };
        work.await
    }
}

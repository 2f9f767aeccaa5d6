//! wrong: work_without_a_wait_is_reported
//! says: the results ["1 ms, at 0 ms"]
//!
//! A time of zero is reported as a millisecond. It took no time on this clock.

use std::time::Duration;

use tokio::time::Instant;

struct Report<F: FnOnce(Duration)> {
    start: Instant,
    report: Option<F>,
}

impl<F: FnOnce(Duration)> Drop for Report<F> {
    fn drop(&mut self) {
        if let Some(report) = self.report.take() {
            report(self.start.elapsed().max(Duration::from_millis(1)));
        }
    }
}

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let _report = Report {
        start: Instant::now(),
        report: Some(report),
    };
    work.await
}

//! wrong: time_begins_with_the_first_poll
//! says: the results ["540 ms, at 540 ms"]
//!
//! The clock is read when the function is called, and not when its future is
//! polled for the first time. What runs at the call is what stands outside of
//! the async block.

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
    let start = Instant::now();
    async move {
        let _report = Report {
            start,
            report: Some(report),
        };
        work.await
    }
}

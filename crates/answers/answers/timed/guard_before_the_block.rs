//! wrong: time_begins_with_the_first_poll
//! says: the results
//!
//! The guard is made at the call and moves into the future. Its time begins too
//! early, and it reports also when the future was never polled.

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
    let guard = Report {
        start: Instant::now(),
        report: Some(report),
    };
    async move {
        let _guard = guard;
        work.await
    }
}

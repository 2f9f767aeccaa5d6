//! wrong: what_panics_is_reported
//! says: the results []
//!
//! The destructor keeps still while a panic goes through. A panic is one of the
//! ends that are asked for.

use std::time::Duration;

use tokio::time::Instant;

struct Report<F: FnOnce(Duration)> {
    start: Instant,
    report: Option<F>,
}

impl<F: FnOnce(Duration)> Drop for Report<F> {
    fn drop(&mut self) {
        if let Some(report) = self.report.take()
            && !std::thread::panicking()
        {
            report(self.start.elapsed());
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

//! wrong: several_do_not_disturb_each_other
//! says: panicked
//!
//! After a minute the work is given up. Nobody has said how long it may take.

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
    let _report = Report {
        start: Instant::now(),
        report: Some(report),
    };
    let limit = Duration::from_secs(60);
    tokio::time::timeout(limit, work).await.expect("in time")
}

//! How long it took, whatever the end.

use std::time::Duration;
// begin solution

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
// end solution

/// Awaits `work` and calls `report` with the time from its first poll to its
/// end, however it ends.
pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    // begin solution
    //~ // TODO: `work` may be dropped, and it may panic.
    //~ report(Duration::MAX);
    //~ drop(work);
    //~ todo!()
    let _report = Report {
        start: Instant::now(),
        report: Some(report),
    };
    work.await
    // end solution
}

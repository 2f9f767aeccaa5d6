//! wrong: what_ends_well_is_reported_once
//! says: the results ["0 ms, at 70 ms"]
//!
//! The time comes from the clock of `std`, which goes on while the paused clock
//! of the check jumps. `tokio::time::Instant` follows the clock that `sleep`
//! follows.

use std::time::{Duration, Instant};

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
    work.await
}

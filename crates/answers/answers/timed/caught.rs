//! wrong: what_is_dropped_is_reported_at_once
//! says: the results []
//!
//! A panic is caught and reported, and so is a good end. A future that is
//! dropped does neither: it goes no further. What does run then?

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;

use futures::FutureExt;
use tokio::time::Instant;

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let start = Instant::now();
    let result = AssertUnwindSafe(work).catch_unwind().await;
    report(start.elapsed());
    match result {
        Ok(result) => result,
        Err(panic) => resume_unwind(panic),
    }
}

//! How long it took, whatever the end.

use std::time::Duration;

/// Awaits `work` and calls `report` with the time from its first poll to its
/// end, however it ends.
pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    // TODO: `work` may be dropped, and it may panic.
    report(Duration::MAX);
    drop(work);
    todo!()
}

//! right
//!
//! A guard for any closure.

use std::time::Duration;

use tokio::time::Instant;

struct OnDrop<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        self.0.take().into_iter().for_each(|last| last());
    }
}

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    let start = Instant::now();
    let _guard = OnDrop(Some(|| report(start.elapsed())));
    work.await
}

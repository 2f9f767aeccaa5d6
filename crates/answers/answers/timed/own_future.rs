//! right
//!
//! A future by hand, with a destructor.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::Instant;

struct Report<F: FnOnce(Duration)> {
    start: Option<Instant>,
    report: Option<F>,
}

impl<F: FnOnce(Duration)> Drop for Report<F> {
    fn drop(&mut self) {
        if let (Some(start), Some(report)) = (self.start, self.report.take()) {
            report(start.elapsed());
        }
    }
}

struct Timed<W, F: FnOnce(Duration)> {
    work: Pin<Box<W>>,
    report: Report<F>,
}

impl<W, F: FnOnce(Duration)> Unpin for Timed<W, F> {}

impl<W: Future, F: FnOnce(Duration)> Future for Timed<W, F> {
    type Output = W::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<W::Output> {
        self.report.start.get_or_insert_with(Instant::now);
        self.work.as_mut().poll(cx)
    }
}

pub async fn timed<T>(
    work: impl Future<Output = T>,
    report: impl FnOnce(Duration),
) -> T {
    Timed {
        work: Box::pin(work),
        report: Report {
            start: None,
            report: Some(report),
        },
    }
    .await
}

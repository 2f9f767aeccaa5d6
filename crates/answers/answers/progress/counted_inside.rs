//! right
//!
//! Each future reports by itself: they share a task.

use std::cell::RefCell;

use futures::future::join_all;

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let bar = RefCell::new((0, &mut report));
    let jobs = jobs.into_iter().map(|job| async {
        let result = job.await;
        let (done, report) = &mut *bar.borrow_mut();
        *done += 1;
        report(*done, total);
        result
    });
    join_all(jobs).await
}

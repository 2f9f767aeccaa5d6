//! wrong: each_job_is_a_task_of_its_own
//! says: no task was spawned for them
//! says: take turns on one thread
//!
//! The outcomes are right, as panics are caught where they happen. But no task
//! was spawned: the jobs are parts of the caller's own task, and take turns on
//! one thread. A job that computed for a second would keep all others waiting
//! for it.

use futures::FutureExt;
use futures::future::join_all;
use std::panic::AssertUnwindSafe;

#[derive(Debug, PartialEq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Panicked,
}

pub async fn run_all<F>(jobs: Vec<F>) -> Vec<Outcome>
where
    F: Future<Output = Result<u32, String>> + Send + 'static,
{
    let jobs = jobs
        .into_iter()
        .map(|job| AssertUnwindSafe(job).catch_unwind());
    let ends = join_all(jobs).await.into_iter();
    ends.map(|end| match end {
        Ok(Ok(value)) => Outcome::Done(value),
        Ok(Err(error)) => Outcome::Failed(error),
        Err(_) => Outcome::Panicked,
    })
    .collect()
}

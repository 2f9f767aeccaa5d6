//! wrong: errors_and_panics_are_told_apart
//! says: `run_all` panicked: job 3 panicked
//! says: without a task around it
//!
//! The jobs are joined and not spawned, so they are polled by `run_all` itself.
//! A panic passes through everybody who polls: job 3 panics at 100 ms, and
//! `run_all` with it, and the timeline has no task that could have kept it in.
//! Where does a panic come to a stop?

use futures::future::join_all;

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
    let results = join_all(jobs).await.into_iter();
    results
        .map(|result| match result {
            Ok(value) => Outcome::Done(value),
            Err(error) => Outcome::Failed(error),
        })
        .collect()
}

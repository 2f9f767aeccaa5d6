//! wrong: errors_and_panics_are_told_apart
//! says: `run_all` panicked: job 3 panicked
//! says: without a task around it
//!
//! Joined instead of spawned: the panic of a branch is the panic of all.

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

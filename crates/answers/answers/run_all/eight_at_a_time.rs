//! wrong: forty_jobs_are_not_too_many
//! says: it took 500 ms
//!
//! Eight jobs run at a time, and the others wait for a place. The task sets no
//! limit. What limits them?

use futures::stream::{self, StreamExt};

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
    let tasks = jobs.into_iter().map(|job| async {
        match tokio::spawn(job).await {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(_) => Outcome::Panicked,
        }
    });
    stream::iter(tasks).buffered(8).collect().await
}

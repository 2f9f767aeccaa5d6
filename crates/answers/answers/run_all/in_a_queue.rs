//! right
//!
//! A `JoinQueue`: the ends come in the order of the spawns.

use tokio_util::task::JoinQueue;

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
    let mut tasks = JoinQueue::new();
    for job in jobs {
        tasks.spawn(job);
    }
    let mut outcomes = Vec::new();
    while let Some(end) = tasks.join_next().await {
        outcomes.push(match end {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(_) => Outcome::Panicked,
        });
    }
    outcomes
}

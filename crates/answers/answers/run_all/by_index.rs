//! right
//!
//! A `JoinSet`; each result brings its index along.

use tokio::task::JoinSet;

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
    let mut outcomes = Vec::new();
    let mut tasks = JoinSet::new();
    for (index, job) in jobs.into_iter().enumerate() {
        outcomes.push(Outcome::Panicked);
        tasks.spawn(async move { (index, job.await) });
    }
    while let Some(end) = tasks.join_next().await {
        if let Ok((index, result)) = end {
            outcomes[index] = match result {
                Ok(value) => Outcome::Done(value),
                Err(error) => Outcome::Failed(error),
            };
        }
    }
    outcomes
}

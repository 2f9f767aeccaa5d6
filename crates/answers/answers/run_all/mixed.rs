//! wrong: errors_and_panics_are_told_apart
//! says: Failed("task
//! says: where does each of them come from
//!
//! The panic is reported as if the job had returned an error. An awaited handle
//! has two layers: the inner one is what the job returned, the outer one says
//! whether it returned at all. Which outcome belongs to which of them?

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
    let tasks: Vec<_> = jobs.into_iter().map(tokio::spawn).collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(match task.await {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(end) => Outcome::Failed(end.to_string()),
        });
    }
    outcomes
}

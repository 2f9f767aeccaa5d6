//! wrong: errors_and_panics_are_told_apart
//! says: Some results were lost
//!
//! Two outcomes for three jobs: the one that panicked has none. All three tasks
//! end at 100 ms in the timeline, one of them without a value, and its handle
//! has said so with an `Err`. Each job has an outcome, also that one.

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
        if let Ok(result) = task.await {
            outcomes.push(match result {
                Ok(value) => Outcome::Done(value),
                Err(error) => Outcome::Failed(error),
            });
        }
    }
    outcomes
}

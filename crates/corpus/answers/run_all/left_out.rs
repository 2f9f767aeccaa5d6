//! wrong: errors_and_panics_are_told_apart
//! says: Some results were lost
//!
//! Who panics is left out.

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

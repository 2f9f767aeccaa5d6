//! wrong: no_job_is_stopped_by_another
//! says: `job 2` was begun and did not finish
//! says: stopped before its end
//!
//! What a `TaskGroup` does: at the first failure the others are cancelled.

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
    let stops: Vec<_> = tasks.iter().map(|task| task.abort_handle()).collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        let outcome = match task.await {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(_) => Outcome::Panicked,
        };
        if !matches!(outcome, Outcome::Done(_)) {
            stops.iter().for_each(|stop| stop.abort());
        }
        outcomes.push(outcome);
    }
    outcomes
}

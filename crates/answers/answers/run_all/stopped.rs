//! wrong: no_job_is_stopped_by_another
//! says: `job 2` was begun and did not finish
//! says: stopped before its end
//!
//! At the first bad end all other tasks are aborted, as a `TaskGroup` does it
//! in Python. In the timeline job 1 panics at 10 ms, and the others are cut off
//! at that moment. Here no job is stopped by another: a bad end is noted, and
//! nothing more.

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

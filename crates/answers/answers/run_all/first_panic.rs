//! wrong: no_job_is_stopped_by_another
//! says: `job 2` was begun and did not finish
//! says: not waited for to its end
//!
//! The loop ends at the first panic, and `run_all` returns at 10 ms. The
//! timeline shows three jobs that are still running then, and their outcomes
//! are lost. A panic is one outcome of several: what should happen to the jobs
//! behind it?

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
        match task.await {
            Ok(Ok(value)) => outcomes.push(Outcome::Done(value)),
            Ok(Err(error)) => outcomes.push(Outcome::Failed(error)),
            Err(_) => {
                outcomes.push(Outcome::Panicked);
                break;
            }
        }
    }
    outcomes
}

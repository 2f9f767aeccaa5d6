//! wrong: the_outcomes_come_in_the_order_of_the_jobs
//! says: the order in which they finished
//!
//! The outcomes stand in the order in which the tasks ended: in the timeline
//! job 2 at 100 ms, job 3 at 200, job 1 at 300. The tasks are right. What is
//! missing is who belongs where: either wait for them in the order of the jobs,
//! or let each outcome know its place.

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
    let mut tasks = JoinSet::new();
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

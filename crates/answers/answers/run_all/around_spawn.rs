//! wrong: errors_and_panics_are_told_apart
//! says: `run_all` panicked
//! says: ends the task in which it happens
//!
//! To spawn a job cannot fail: nothing of it has run by then. The third job
//! panics later, in its own task, at 100 ms in the timeline, and the news comes
//! with the handle. Perhaps panics are caught around the spawn, and a value is
//! insisted on behind the `.await`: what does an awaited handle give?

use std::panic::{AssertUnwindSafe, catch_unwind};

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
    let mut tasks = Vec::new();
    for job in jobs {
        tasks.push(catch_unwind(AssertUnwindSafe(|| tokio::spawn(job))));
    }
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(match task {
            Ok(task) => match task.await.unwrap() {
                Ok(value) => Outcome::Done(value),
                Err(error) => Outcome::Failed(error),
            },
            Err(_) => Outcome::Panicked,
        });
    }
    outcomes
}

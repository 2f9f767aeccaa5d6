//! wrong: they_run_at_the_same_time
//! says: it took 600 ms
//! says: one after another
//!
//! The tasks run one after another: in the timeline the second begins at 300
//! ms, when the first has ended. Perhaps `map` spawns them and nothing
//! collects: an iterator is lazy, so each job is spawned when the loop asks for
//! it. Which line makes sure that all tasks exist before the first is awaited?

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
    let tasks = jobs.into_iter().map(tokio::spawn);
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(match task.await {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(_) => Outcome::Panicked,
        });
    }
    outcomes
}

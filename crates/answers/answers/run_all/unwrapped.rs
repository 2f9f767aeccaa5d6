//! wrong: errors_and_panics_are_told_apart
//! says: `run_all` panicked
//! says: insists on a value
//!
//! Three tasks run, and the third panics at 100 ms, inside its own task. The
//! handle tells of it with an `Err`, and whoever insists on a value there
//! panics, too: now the outcomes of the others are lost as well. How many
//! layers of `Result` are there, and which of them may be unwrapped?

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
        outcomes.push(match task.await.unwrap() {
            Ok(value) => Outcome::Done(value),
            Err(error) => Outcome::Failed(error),
        });
    }
    outcomes
}

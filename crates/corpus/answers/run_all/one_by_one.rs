//! wrong: they_run_at_the_same_time
//! says: it took 600 ms
//! says: one after another
//!
//! Spawned and awaited in one line.

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
    let mut outcomes = Vec::new();
    for job in jobs {
        outcomes.push(match tokio::spawn(job).await {
            Ok(Ok(value)) => Outcome::Done(value),
            Ok(Err(error)) => Outcome::Failed(error),
            Err(_) => Outcome::Panicked,
        });
    }
    outcomes
}

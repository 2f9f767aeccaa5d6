//! wrong: they_run_at_the_same_time
//! says: it took 600 ms
//! says: one after another
//!
//! Each job becomes a task, but the next one is spawned only when the one
//! before has ended: the timeline shows three tasks, at 0, 300 and 400 ms. A
//! task runs beside its caller only while the caller does not wait for it.
//! Which loop makes tasks, and which one waits?

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

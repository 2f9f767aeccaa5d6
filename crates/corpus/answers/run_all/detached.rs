//! wrong: errors_and_panics_are_told_apart
//! says: the results []
//! says: a task was not waited for
//!
//! Nobody waits for a task.

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
    for job in jobs {
        tokio::spawn(job);
    }
    Vec::new()
}

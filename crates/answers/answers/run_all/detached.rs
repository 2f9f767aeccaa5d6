//! wrong: errors_and_panics_are_told_apart
//! says: the results []
//! says: a task was not waited for
//!
//! Each job becomes a task, and nobody waits for any of them: `run_all` returns
//! at 0 ms with an empty list, before one of them has had a turn. A task needs
//! nobody to wait for it, but its outcome does. What does `spawn` give back?

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

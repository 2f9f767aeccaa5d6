//! Run all jobs as tasks, and say of each how it ended.

#[derive(Debug, PartialEq)]
pub enum Outcome {
    Done(u32),
    Failed(String),
    Panicked,
}

/// One outcome for each job, in their order.
pub async fn run_all<F>(jobs: Vec<F>) -> Vec<Outcome>
where
    F: Future<Output = Result<u32, String>> + Send + 'static,
{
    // TODO: a task for each job, all at the same time.
    todo!("{} outcomes", jobs.len())
}

//! right
//!
//! The handles are joined.

use futures::future::join_all;

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
    let ends = join_all(jobs.into_iter().map(tokio::spawn))
        .await
        .into_iter();
    ends.map(|end| match end {
        Ok(Ok(value)) => Outcome::Done(value),
        Ok(Err(error)) => Outcome::Failed(error),
        Err(_) => Outcome::Panicked,
    })
    .collect()
}

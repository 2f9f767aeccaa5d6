//! wrong: a_panic_is_reported_too
//! says: the results []
//! says: likely cause
//!
//! Whoever waits panics along.

#[derive(Debug, PartialEq)]
pub enum Trouble {
    Error(String),
    Panic,
}

pub fn in_background<F, R>(job: F, report: R)
where
    F: Future<Output = Result<(), String>> + Send + 'static,
    R: FnOnce(Trouble) + Send + 'static,
{
    tokio::spawn(async move {
        if let Err(error) = tokio::spawn(job).await.unwrap() {
            report(Trouble::Error(error));
        }
    });
}

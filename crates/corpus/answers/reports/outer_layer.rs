//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//!
//! Looks only at the outer `Result`, which is `Ok` for an error of the job.

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
        if tokio::spawn(job).await.is_err() {
            report(Trouble::Panic);
        }
    });
}

//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//! says: a task was not waited for
//!
//! Started and forgotten.

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
    let _ = report;
    tokio::spawn(job);
}

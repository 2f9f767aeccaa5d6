//! wrong: a_panic_is_reported_too
//! says: the results []
//! says: likely cause
//!
//! A second task waits for the job and insists on a value. The job panics, so
//! there is none, and the waiting task panics as well: in the timeline both end
//! at 100 ms, before anything is reported. The bad end arrives as a value, too,
//! if it is looked at and not unwrapped.

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

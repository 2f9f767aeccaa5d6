//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//!
//! A second task waits for the job and hears of its end at 100 ms, as the
//! timeline shows. But it looks only at whether the task has panicked. A job
//! that returns an `Err` has not: its task ended well, with a value. What is in
//! that value?

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

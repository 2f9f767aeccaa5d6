//! wrong: a_panic_is_reported_too
//! says: the results []
//! says: likely cause
//!
//! The job and the line that reports stand in one task. A panic ends its task
//! where it happens, so what stands behind the job is never reached: in the
//! timeline the task ends at 100 ms, and nobody says a word. Who is outside of
//! this task and learns how it ended?

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
        if let Err(error) = job.await {
            report(Trouble::Error(error));
        }
    });
}

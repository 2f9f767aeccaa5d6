//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//! says: a task was not waited for
//!
//! The job became a task, and its handle was dropped. The task runs on all the
//! same: the timeline shows it end at 100 ms, and its `Err` goes nowhere. What
//! is the handle good for, and who could keep it after the function has
//! returned?

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

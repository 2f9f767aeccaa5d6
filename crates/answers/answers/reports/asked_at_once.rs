//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//!
//! The job runs as a task and fails at 100 ms, as the timeline shows, and
//! nobody is there to hear it. Perhaps you ask the task right after its start:
//! it has not had a turn by then, so it cannot have finished. Who could be
//! waiting at 100 ms, when `in_background` has long returned?

use futures::FutureExt;

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
    let task = tokio::spawn(job);
    if task.is_finished() {
        match task.now_or_never() {
            Some(Ok(Err(error))) => report(Trouble::Error(error)),
            Some(Err(_)) => report(Trouble::Panic),
            _ => {}
        }
    }
}

//! wrong: an_error_is_reported_when_it_happens
//! says: the results []
//!
//! Looks once, right after the start.

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

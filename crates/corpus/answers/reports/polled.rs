//! wrong: an_error_is_reported_when_it_happens
//! says: (Error("disk full"), 250)
//! says: where does each of them come from
//!
//! Asks again and again whether the task is finished.

use std::time::Duration;
use tokio::time::sleep;

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
    tokio::spawn(async move {
        while !task.is_finished() {
            sleep(Duration::from_millis(250)).await;
        }
        match task.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => report(Trouble::Error(error)),
            Err(_) => report(Trouble::Panic),
        }
    });
}

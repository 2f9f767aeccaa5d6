//! wrong: an_error_is_reported_when_it_happens
//! says: (Error("disk full"), 250)
//! says: where does each of them come from
//!
//! Somebody asks again and again whether the task is finished, with a pause
//! between. The job fails at 100 ms, and the next look is at 250 ms: in the
//! timeline the watcher sleeps past the end. What wakes its waiter at the
//! moment at which a task ends?

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

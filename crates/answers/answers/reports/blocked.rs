//! hangs: an_error_is_reported_when_it_happens
//! says: has held its thread
//! says: block_on
//!
//! `in_background` waits for the job and holds its thread to do so. The job is
//! a task that needs a turn on this same thread: it never gets one, and its bar
//! never begins. A function that is not async cannot wait; who can, and go on
//! after it has returned?

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
    match futures::executor::block_on(tokio::spawn(job)) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => report(Trouble::Error(error)),
        Err(_) => report(Trouble::Panic),
    }
}

//! wrong: an_error_is_reported_when_it_happens
//! says: (Panic, 123)
//! says: where does each of them come from
//!
//! The end is heard at the right moment, at 100 ms, but every bad end is taken
//! for a panic. This job has returned an `Err`: its task has ended as planned,
//! and the words of the error are lost. An awaited handle has two layers: what
//! does each of them tell?

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
        match tokio::spawn(job).await {
            Ok(Ok(())) => {}
            _ => report(Trouble::Panic),
        }
    });
}

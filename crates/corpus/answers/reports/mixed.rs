//! wrong: an_error_is_reported_when_it_happens
//! says: (Panic, 100)
//! says: where does each of them come from
//!
//! Every bad end is the same.

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

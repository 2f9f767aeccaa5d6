//! wrong: a_good_end_is_not_reported
//! says: expected: the results []
//! says: where does each of them come from
//!
//! A done-callback that forgets to look whether anything went wrong.

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
            Ok(Ok(())) => report(Trouble::Error(String::new())),
            Ok(Err(error)) => report(Trouble::Error(error)),
            Err(_) => report(Trouble::Panic),
        }
    });
}

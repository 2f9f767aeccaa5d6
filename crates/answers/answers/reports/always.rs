//! wrong: a_good_end_is_not_reported
//! says: the results [(Error(""), 123)]
//! says: where does each of them come from
//!
//! The end of the job is heard at 100 ms, and it is reported whatever it was.
//! This job has returned `Ok`, and nobody has to be told. A job can end in
//! three ways: for which of them is `report` called?

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

//! right
//!
//! The handle, mapped.

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
    tokio::spawn(tokio::spawn(job).map(|end| match end {
        Ok(Ok(())) => {}
        Ok(Err(error)) => report(Trouble::Error(error)),
        Err(_) => report(Trouble::Panic),
    }));
}

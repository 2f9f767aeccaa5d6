//! right
//!
//! One task that catches its own panic.

use futures::FutureExt;
use std::panic::AssertUnwindSafe;

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
        match AssertUnwindSafe(job).catch_unwind().await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => report(Trouble::Error(error)),
            Err(_) => report(Trouble::Panic),
        }
    });
}

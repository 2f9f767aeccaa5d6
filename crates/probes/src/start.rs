//! How a program begins and ends.

use std::future::Future;
use std::pin::Pin;
use std::process::{ExitCode, Termination};

use crate::print;

/// A program, and the error that it ends with. Boxed, so that what runs it is
/// compiled once, and not for each program.
pub type Main = Pin<Box<dyn Future<Output = Option<String>>>>;

/// Where a program begins.
#[derive(Clone, Copy)]
pub enum Start {
    /// Its runtime is built by Tokio's macro: the recorder builds it.
    Async(fn() -> Main),
    /// It builds its runtimes itself.
    Plain(fn() -> Option<String>),
}

/// An async `main`. `show` tells the error in what it returns.
pub fn boxed<F>(main: F, show: fn(&F::Output) -> Option<String>) -> Main
where
    F: Future + 'static,
    F::Output: Termination,
{
    Box::pin(async move { ended(main.await, show) })
}

/// What a `main` has returned: the error in it, or the exit code.
pub fn ended<T: Termination>(
    result: T,
    show: fn(&T) -> Option<String>,
) -> Option<String> {
    let error = show(&result);
    print::flush();
    error.or_else(|| {
        let code = format!("{:?}", result.report());
        let fails = code != format!("{:?}", ExitCode::SUCCESS);
        let number: String =
            code.chars().filter(char::is_ascii_digit).collect();
        fails.then(|| format!("it ends with the exit code {number}"))
    })
}

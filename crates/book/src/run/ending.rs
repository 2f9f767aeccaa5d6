//! What the end of a program means.

use std::process::ExitStatus;

use checker::endings;

use super::Why;
use super::group::{FILE, MEMORY};

/// Why it ended, and words if it had none itself. `last`: what it said last on
/// standard error.
pub fn of(status: ExitStatus, last: &str) -> (Why, Option<String>) {
    let Some(signal) = signal(status) else {
        return (Why::Exit, None);
    };
    if signal == SIGXFSZ {
        let words = format!(
            "The program wrote more than {} into one file and was ended.",
            endings::size(FILE)
        );
        return (Why::FileLimit, Some(words));
    }
    let why = if endings::ran_out_of_memory(last) {
        Why::Memory
    } else {
        Why::Exit
    };
    let words = endings::of_signal("The program", signal, last, Some(MEMORY));
    (why, Some(words))
}

/// A file grew beyond its limit.
const SIGXFSZ: i32 = 25;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

//! The form of every failure: expected, happened, who ran when, likely cause.

use crate::chart::chart;
use crate::log::Log;
use crate::told::{self, Over};

/// Panics with the four parts that every failed check tells.
#[track_caller]
pub fn complain(
    log: &Log,
    expected: String,
    happened: String,
    cause: &str,
) -> ! {
    give_up_with(Over::Complaint, log, expected, happened, cause)
}

/// The same, where it is not a comparison that has failed.
#[track_caller]
pub fn give_up_with(
    how: Over,
    log: &Log,
    expected: String,
    happened: String,
    cause: &str,
) -> ! {
    let text = words(log, &expected, &happened, cause);
    told::over(how);
    panic!("{text}")
}

/// The same of several threads, where the order of their turns tells all, and
/// time nothing.
#[track_caller]
pub fn complain_of_turns(
    expected: &str,
    happened: &str,
    turns: &str,
    cause: &str,
) -> ! {
    panic!(
        "expected: {expected}\nhappened: {happened}\n\
         who had which turn:\n{turns}\nlikely cause: {cause}"
    )
}

pub fn words(log: &Log, expected: &str, happened: &str, cause: &str) -> String {
    format!(
        "expected: {}\nhappened: {}\nwho ran when, in virtual time:\n{}\
         likely cause: {}",
        expected,
        happened,
        chart(log),
        cause
    )
}

//! Rules of this repository that no compiler knows.
//!
//! Each test reads files and says, for each that breaks a rule, where and what.
//! Nothing here needs more than Rust, and nothing here looks at a reader's
//! `exercise.rs`.

mod blocking;
mod book;
mod circles;
mod examples;
mod files;
mod papers;
mod rooms;
mod source;
mod workflows;

/// Fails with the whole list: whoever repairs wants to see all of it.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

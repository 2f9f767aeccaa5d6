//! Runs a program within limits, and ends everything that it started.
//!
//! For all that runs code of the reader's or of the book's: the Run button,
//! the checks of exercises, the recorder, the captures.
//!
//! # Layout
//!
//! - [`mod@run`]: from the start of a program to its end, on the caller's
//!   thread. What it prints goes to a [`Sink`].
//! - [`limits`]: the numbers; [`end`]: how it ended and which limit it
//!   crossed, with the words for both.
//! - `start`: what is set before the program begins: its group, its limits,
//!   its death with its parent (`settings`); [`launcher`]: who sets it.
//! - [`output`]: pipes, the limit of what is printed, lines.
//! - [`tag`]: finds what a program has started, wherever it went; `usage`:
//!   what all of these use, added up; `control_group`: where the system adds
//!   it up.
//! - [`leftover`]: ends what a killed server has left behind.
//! - `group`, `procfs`: what the system offers for this.
//!
//! There is no second, asynchronous runner. A thread has to wait anyway, as
//! Linux takes the end of the thread that started a program for the end of its
//! parent. A server calls [`run()`] from its blocking threads and ends it with
//! a [`Cancel`].

mod bounds;
mod cancel;
mod control_group;
pub mod end;
#[cfg(unix)]
#[doc(hidden)]
pub mod fuzzing;
mod group;
pub mod launcher;
pub mod leftover;
pub mod limits;
pub mod output;
mod procfs;
pub mod run;
#[cfg(unix)]
mod settings;
mod start;
pub mod tag;
mod usage;

pub use bounds::Bounds;
pub use cancel::Cancel;
pub use end::{End, Limit};
pub use limits::{Limits, Resources};
pub use output::{Collected, Lines, Sink, Stream};
pub use run::{Outcome, run};
pub use tag::{EndAll, Owner, ProcessTag};

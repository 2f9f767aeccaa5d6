//! The exercises as the tools see them: what there is, what is left to do,
//! what the checks say, and what the reader has reached.
//!
//! # Layout
//!
//! - [`mod@catalogue`]: reads `exercises/NAME/exercise.toml`, in book order.
//! - [`checks`]: `checks.rs` as plain functions.
//! - [`cut`]: makes the reader's stub and the shown solution out of one file
//!   of `solutions/src`.
//! - [`mod@cargo`]: how it is started.
//! - `compile`: Cargo's part of a verdict; [`messages`]: what it says.
//! - [`diagnostics`]: the compiler's messages; [`pages`]: what explains them,
//!   by a [`PageLink`].
//! - [`mod@verdict`]: builds one exercise and runs its checks, within
//!   [`Limits`]; `real_clock`: a note on a clock that stands still.
//! - [`mistakes`]: wrong answers that are recognized; [`hints`]: which is next.
//! - [`progress`]: what was solved and revealed, in `.book/progress.json`;
//!   [`State`]: a verdict in one word.
//! - [`mod@desk`]: a file that the reader edits: save, reset, undo;
//!   [`backups`]: its earlier texts; [`batch`]: all exercises at once.
//!   [`fn@sweep`]: what killed programs have left.
//! - [`files`]: the same for an exercise by name; [`durable`]: how a file is
//!   written so that it is whole at any moment.
//! - [`report`]: what the terminal says of a verdict; [`paint`]: in colors.
//! - [`terminal`]: the program behind `cargo test -p exercises`.
//! - [`wiring`]: the generated parts (`exercises/Cargo.toml`, test roots).
//!
//! Nothing here writes an `exercise.rs` unless it is asked to by name.

pub mod backups;
pub mod batch;
pub mod cargo;
pub mod catalogue;
pub mod checks;
mod compile;
pub mod cut;
pub mod desk;
pub mod diagnostics;
pub mod durable;
pub mod files;
pub mod hints;
mod limits;
mod link;
mod lock;
pub mod messages;
pub mod mistakes;
pub mod pages;
pub mod paint;
pub mod progress;
pub mod read;
mod real_clock;
pub mod report;
mod state;
mod sweep;
pub mod terminal;
pub mod verdict;
pub mod wiring;

pub use bounded_process::Cancel;

pub use batch::{has_batch, reset_all, undo_all};
pub use catalogue::{
    Exercise, Variant, catalogue, find, hash, lookup, revision,
};
pub use desk::Desk;
pub use diagnostics::{Diagnostic, Level};
pub use files::{check_pristine, reset, undo_reset};
pub use hints::Hint;
pub use limits::Limits;
pub use link::PageLink;
pub use mistakes::Mistake;
pub use progress::{Entry, Progress};
pub use state::State;
pub use sweep::sweep;
pub use verdict::{CheckResult, Judgment, Verdict, verdict};

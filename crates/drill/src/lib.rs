//! The exercises as the tools see them: what there is, what is left to do,
//! what the checks say, and what the reader has reached.
//!
//! # Layout
//!
//! - [`mod@catalogue`]: reads `exercises/NAME/exercise.toml`, in book order.
//! - [`cut`]: makes the reader's stub and the shown solution out of one file
//!   of `solutions/src`.
//! - `compile`, `process`: Cargo's part of a verdict, and bounded processes.
//! - [`diagnostics`]: the compiler's messages; [`pages`]: what explains them.
//! - [`mod@verdict`]: builds one exercise and runs its checks, within limits.
//! - [`progress`]: what was solved and revealed, in `.book/progress.json`.
//! - [`group`]: process groups and limits, shared with the companion.
//! - [`files`]: the reader's `exercise.rs`: reset with a backup, undo.
//! - [`wiring`]: the generated parts (`exercises/Cargo.toml`, test roots).
//!
//! Nothing here writes an `exercise.rs` unless it is asked to by name.

pub mod catalogue;
mod compile;
pub mod cut;
pub mod diagnostics;
pub mod files;
pub mod group;
pub mod hints;
pub mod pages;
mod process;
pub mod progress;
pub mod verdict;
pub mod wiring;

pub use catalogue::{Exercise, Variant, catalogue, find, hash, revision};
pub use diagnostics::{Diagnostic, Level};
pub use files::{check_pristine, reset, undo_reset};
pub use group::Cancel;
pub use hints::Hint;
pub use pages::PageLink;
pub use progress::{Entry, Progress, State};
pub use verdict::{CheckResult, Judgment, Limits, Verdict, verdict};

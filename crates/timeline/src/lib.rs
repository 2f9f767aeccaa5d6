//! Recorded runs of async programs: the format, the figure's geometry, and
//! the sentences that say in words what the figure shows.
//!
//! Pure: it knows nothing of Tokio, of mdBook or of files.

mod bars;
mod check;
pub mod chrome;
pub mod cost;
pub mod data;
pub mod difference;
pub mod draw;
mod escape;
pub mod exercise;
mod file;
pub mod format;
#[cfg(test)]
mod generated;
pub mod html;
mod lanes;
mod legend;
mod marks;
pub mod model;
mod output;
pub mod rows;
pub mod scale;
mod shapes;
pub mod signature;
pub mod states;
pub mod steps;
pub mod story;
mod strip;
pub mod svg;
pub mod walk;
pub mod why;
pub mod words;

pub use check::check;
pub use escape::escape;
pub use file::FormatError;
pub use format::*;

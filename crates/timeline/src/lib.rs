//! Recorded runs of async programs: the format, the figure's geometry, and
//! the sentences that say in words what the figure shows.
//!
//! Pure: it knows nothing of Tokio, of mdBook or of files.

pub mod format;

pub use format::*;
pub mod chrome;
pub mod html;
pub mod model;
pub mod svg;
pub mod words;

//! A link to a place in the book.

use serde::{Deserialize, Serialize};

/// A place in the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLink {
    /// The page's title, as a link shows it.
    pub title: String,
    /// Relative to the book: `locks.html#traps`.
    pub href: String,
}

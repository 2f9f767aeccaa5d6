//! Where the reader's own texts are, and how long they may be.

/// Where the reader's copies of the examples are.
pub const SCRATCH: &str = ".book/scratch";

/// The longest text that is edited in a page, in bytes.
pub const LONGEST: usize = 256 * 1024;

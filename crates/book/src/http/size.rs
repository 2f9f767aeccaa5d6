//! How large a request may be, in bytes.

/// The largest request without a text is the name of an example.
pub const LARGEST_REQUEST: usize = 16 * 1024;

/// A text of the desk, where JSON takes two characters for a line's end.
pub const LARGEST_TEXT: usize = 2 * crate::places::LONGEST + LARGEST_REQUEST;

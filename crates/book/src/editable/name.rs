//! How a page names a file, and the file as it stands.

use checker::desk::Kind;
use serde::{Deserialize, Serialize};

/// What a page names a file by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub kind: Kind,
    /// An exercise's id, or an example's name.
    pub name: String,
}

/// A file as it stands.
#[derive(Debug, Default, Serialize)]
pub struct Text {
    pub text: String,
    /// Empty: there is no such file, and the text is the original.
    pub revision: String,
}

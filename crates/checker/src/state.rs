//! How an exercise stands, in one word.

use serde::{Deserialize, Serialize};

/// The newest verdict in one word.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum State {
    #[default]
    Unsolved,
    Broken,
    Failing,
    Hung,
    Solved,
}

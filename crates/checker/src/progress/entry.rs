//! What is remembered of one exercise.

use serde::{Deserialize, Serialize};

use crate::state::State;

/// One exercise's entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub state: State,
    /// The check that the newest verdict is about, if it failed or hung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failing: Option<String>,
    /// Seconds since 1970 of the first time it was solved. Stays when the
    /// reader goes on editing and breaks it again.
    pub solved_at: Option<u64>,
    /// The checks it was solved with.
    pub checks_hash: String,
    /// The state of the files that the newest verdict is about, see
    /// [`files_hash`](crate::Exercise::files_hash).
    pub judged: String,
    /// The hints that were shown, by index, in the order of showing.
    pub hints: Vec<u32>,
    pub solution_revealed: bool,
}

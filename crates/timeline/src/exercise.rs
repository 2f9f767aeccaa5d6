//! What is known of an exercise before the reader's code runs: the run that
//! each check expects, the signatures of wrong answers, what right ones cost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cost::Cost;
use crate::file::{self, FormatError};
use crate::{Run, check};

pub const FORMAT: &str = "async-timeline-exercise";
pub const VERSION: u32 = 1;

/// `recordings/exercises/ID.json`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// Always `async-timeline-exercise`.
    pub format: String,
    pub version: u32,
    /// The exercise's id.
    pub exercise: String,
    /// The version of Tokio that was recorded.
    pub tokio: String,
    /// SHA-256 of the solution and the checks, one after the other, in
    /// hexadecimal.
    pub sha256: String,
    /// The solution's run in each check. Lines are those of the solution.
    pub checks: BTreeMap<String, Run>,
    /// Wrong answers, by name.
    pub answers: BTreeMap<String, Answer>,
    /// What right answers cost, all checks together. The one that the book
    /// shows is called `solution`.
    pub right: BTreeMap<String, Cost>,
}

/// How a wrong answer is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The check that it fails.
    pub check: String,
    /// Of its run in that check; see [`crate::signature::of`].
    pub signature: String,
}

impl Expected {
    pub fn new(exercise: &str, tokio: &str, sha256: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            exercise: exercise.to_owned(),
            tokio: tokio.to_owned(),
            sha256: sha256.to_owned(),
            checks: BTreeMap::new(),
            answers: BTreeMap::new(),
            right: BTreeMap::new(),
        }
    }

    /// Reads the file's text.
    ///
    /// # Errors
    ///
    /// When it is no such file, of another version, or a run in it cannot be
    /// drawn.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let expected: Self = file::read(text, FORMAT, VERSION..=VERSION)?;
        for (name, run) in &expected.checks {
            check::check(run).map_err(|error| error.in_run(name))?;
        }
        Ok(expected)
    }

    /// The file's text: one event a line. The same content gives the same
    /// bytes.
    pub fn to_json(&self) -> String {
        file::write(self)
    }

    /// The wrong answers that fail this check in this way.
    pub fn mistakes(&self, check: &str, signature: &str) -> Vec<&str> {
        self.answers
            .iter()
            .filter(|(_, answer)| {
                answer.check == check && answer.signature == signature
            })
            .map(|(name, _)| name.as_str())
            .collect()
    }
}

//! What a figure is asked of, and why there is none.

use checker::desk::Kind;
use checker::{Desk, Exercise, Verdict};

use crate::editable::EditError;

/// What a figure is asked of.
pub struct Subject {
    pub desk: Desk,
    /// An exercise, with one of its checks and what it says.
    pub check: Option<(Exercise, String)>,
    pub verdict: Option<Verdict>,
}

/// Why there is no figure.
pub enum FigureError {
    /// A newer text was saved meanwhile.
    Stale,
    Desk(EditError),
    Other(anyhow::Error),
}

impl From<anyhow::Error> for FigureError {
    fn from(error: anyhow::Error) -> Self {
        FigureError::Other(error)
    }
}

impl From<EditError> for FigureError {
    fn from(error: EditError) -> Self {
        FigureError::Desk(error)
    }
}

impl Subject {
    /// The message of the check, if it is the one that fails.
    pub fn says(&self) -> Option<&str> {
        let (_, check) = self.check.as_ref()?;
        match self.verdict.as_ref()? {
            Verdict::Failing {
                check: failing,
                message,
                ..
            }
            | Verdict::Hung {
                check: failing,
                message,
            } if failing == check => Some(message),
            _ => None,
        }
    }

    /// Its check came to its end, and was not content.
    pub fn fails(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Failing { .. }))
            && self.says().is_some()
    }

    pub fn is_exercise(&self) -> bool {
        self.desk.kind == Kind::Exercise
    }
}

//! What is wrong with a chapter, where, and what to do about it.

use std::fmt;

/// One thing that keeps a chapter from being true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The chapter, relative to the repository: `src/queues.md`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub message: String,
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            message,
            remedy,
        } = self;
        write!(f, "{file}:{line}: {message}\n  remedy: {remedy}")
    }
}

/// The error of a build that found problems. Callers that want the list
/// downcast to it.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// A problem that does not know yet where it stands.
#[derive(Debug)]
pub struct Fault {
    pub message: String,
    pub remedy: String,
}

impl Fault {
    pub fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    pub fn at(self, file: &str, line: usize) -> Problem {
        let Self { message, remedy } = self;
        Problem {
            file: file.to_owned(),
            line,
            message,
            remedy,
        }
    }
}

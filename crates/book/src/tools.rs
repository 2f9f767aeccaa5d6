//! Who does the work of the event loop; the tests put quicker ones in.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use checker::Limits;

use crate::checks::Judge;
use crate::figures::tool::RecorderCommands;
use crate::site::Builder;
use crate::terminal::Say;

#[derive(Clone)]
pub struct Tools {
    pub builder: Builder,
    pub judge: Judge,
    /// Judges although there is nothing to judge, so that Cargo has compiled
    /// what every exercise needs before the reader saves the first one.
    pub warm_up: Judge,
    pub recorder: Recorder,
    /// Of the reader's own code.
    pub reader: RecorderCommands,
    pub limits: Limits,
    pub say: Say,
}

/// The command that records one example.
pub type Recorder = Arc<dyn Fn(&Path, &str) -> Command + Send + Sync>;

//! What a verdict may cost: time, memory, output, and where it is built.

use std::path::PathBuf;
use std::time::Duration;

use bounded_process::Cancel;

/// What the reader's code may use up.
#[derive(Clone, Debug)]
pub struct Limits {
    pub build_time: Duration,
    /// For one check. The time is longer than the watchdog of `lab`, which
    /// knows more.
    pub check: bounded_process::Limits,
    /// Cargo's target directory; a different one from rust-analyzer's avoids
    /// waiting for its lock. `None`: Cargo's own choice.
    pub target_dir: Option<PathBuf>,
    /// With debug information, as the reader's own `cargo test` has it.
    pub debug_info: bool,
    /// The compiler's words with the colors of a terminal.
    pub color: bool,
    /// More variables for the check's process (the tests shorten the watchdog).
    pub env: Vec<(String, String)>,
    /// Ends the judging early; the result is then an `Err`.
    pub cancel: Cancel,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            build_time: Duration::from_secs(300),
            check: bounded_process::Limits {
                // Nobody shows them line by line.
                lines: usize::MAX,
                ..bounded_process::Limits::default()
            },
            target_dir: None,
            debug_info: false,
            color: false,
            env: Vec::new(),
            cancel: Cancel::default(),
        }
    }
}

//! The tools of the real server: mdBook, the drill, the recorder.

use std::sync::Arc;

use tokio::process::Command;

use crate::run::build::cargo;
use crate::say;
use crate::seed::Targets;
use crate::site;
use crate::work::Tools;

pub fn tools(targets: &Targets) -> Tools {
    Tools {
        builder: site::bindery(),
        judge: Arc::new(drill::verdict),
        warm_up: Arc::new(drill::verdict::judge),
        recorder: Arc::new(|root, example| {
            let mut command = Command::new(cargo());
            command.current_dir(root).args(RECORD).arg(example);
            command
        }),
        limits: drill::Limits {
            target_dir: Some(targets.checks.clone()),
            ..drill::Limits::default()
        },
        say: say::line,
    }
}

/// The tool that records is not linked into this program: it needs Tokio with
/// other instruments, and few readers ever record. It is built in Cargo's own
/// target folder, where an author's `cargo book record` has built it.
pub const RECORD: [&str; 6] = [
    "run",
    "--quiet",
    "--package",
    "record",
    "--color=never",
    "--",
];

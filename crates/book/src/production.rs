//! The tools of the real server: mdBook, the checker, the recorder.

use std::process::Command;
use std::sync::Arc;

use checker::cargo;

use crate::figures::tool::RecorderCommands;
use crate::seed::{self, Targets};
use crate::site;
use crate::terminal;
use crate::tools::Tools;

pub fn tools(targets: &Targets) -> Tools {
    Tools {
        builder: site::renderer(),
        judge: Arc::new(checker::verdict),
        warm_up: Arc::new(checker::verdict::judge),
        recorder: Arc::new(|root, example| {
            let mut command = cargo::command(root);
            command.args(RECORD).arg(example);
            command
        }),
        reader: reader(),
        limits: checker::Limits {
            target_dir: Some(targets.checks.clone()),
            ..checker::Limits::default()
        },
        say: terminal::line,
    }
}

/// For the reader's code the tool is built apart, so that no author's `cargo`
/// makes a figure wait, and started without Cargo, which takes a moment.
fn reader() -> RecorderCommands {
    RecorderCommands {
        build: Arc::new(|root, target| {
            let target = target.join("tool");
            // Without it the build takes longer.
            let _ = seed::seed(root, &target);
            let mut command = cargo::command(root);
            command
                .args(["build", "--quiet", "--package", "record"])
                .arg("--color=never")
                .arg("--target-dir")
                .arg(target);
            Some(command)
        }),
        record: Arc::new(|root, target, take| {
            let program = format!("record{}", std::env::consts::EXE_SUFFIX);
            let mut command =
                Command::new(target.join("tool/debug").join(program));
            command.current_dir(root).arg("reader");
            match &take.check {
                Some(check) => command
                    .args(["--exercise", &take.name])
                    .args(["--check", check]),
                None => command.args(["--example", &take.name]),
            };
            command.arg("--source").arg(&take.source);
            command.arg("--target-dir").arg(&take.target);
            command
        }),
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

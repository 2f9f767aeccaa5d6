//! Builds one exercise, runs each of its checks, and says how it stands.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use bounded_process::{
    Bounds, Collected, End, EndAll, Limit, Outcome, ProcessTag,
};
use serde::{Deserialize, Serialize};

use crate::catalogue::Exercise;
use crate::compile::build;
use crate::diagnostics::Diagnostic;
use crate::limits::Limits;
use crate::real_clock;
use crate::state::State;

/// The exit code with which `lab` ends a check that blocks its thread.
/// `lab` is for the exercises and may not be imported here.
const BLOCKED: i32 = 86;

/// Tells a program of `lab` to run one check in itself.
const ALONE: &str = "EXERCISE_CHECK_ALONE";

/// The line with which a check says that it has passed; libtest says more.
const PASSED: &str = "test result: ok. 1 passed";

/// How an exercise stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum Verdict {
    /// Still the stub, or every check ran into a `todo!`.
    Unsolved,
    /// The compiler refuses it; its own words.
    Broken {
        errors: String,
        #[serde(default)]
        diagnostics: Vec<Diagnostic>,
    },
    /// The first check that failed, and what it said.
    Failing {
        check: String,
        message: String,
        passed: Vec<String>,
    },
    /// The check did not end within the limits, or blocked its thread.
    Hung { check: String, message: String },
    /// Each expected check ran and passed.
    Solved,
}

impl Verdict {
    pub fn state(&self) -> State {
        match self {
            Self::Unsolved => State::Unsolved,
            Self::Broken { .. } => State::Broken,
            Self::Failing { .. } => State::Failing,
            Self::Hung { .. } => State::Hung,
            Self::Solved => State::Solved,
        }
    }

    /// The check that it is about.
    pub fn check(&self) -> Option<&str> {
        match self {
            Self::Failing { check, .. } | Self::Hung { check, .. } => {
                Some(check)
            }
            Self::Unsolved | Self::Broken { .. } | Self::Solved => None,
        }
    }
}

/// A verdict, and what else was learned on the way to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgment {
    pub verdict: Verdict,
    /// What the compiler warns of in the reader's file.
    pub warnings: Vec<Diagnostic>,
    /// The checks that ran, in their order. After one that hangs none runs.
    pub checks: Vec<CheckResult>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckResult {
    pub name: String,
    pub passed: bool,
    /// What the reader's code printed, for the terminal.
    #[serde(skip)]
    pub printed: String,
}

/// Without a warning, and without a check that ran.
impl From<Verdict> for Judgment {
    fn from(verdict: Verdict) -> Self {
        Judgment {
            verdict,
            warnings: Vec::new(),
            checks: Vec::new(),
        }
    }
}

/// Judges one exercise as it stands on disk. An `Err` means that no judgment
/// was possible: no cargo, no such target, a check that is missing.
pub fn verdict(
    root: &Path,
    exercise: &Exercise,
    limits: &Limits,
) -> Result<Judgment> {
    verdict_of(root, exercise, &exercise.checks, limits)
}

/// The same with some of its checks.
pub fn verdict_of(
    root: &Path,
    exercise: &Exercise,
    checks: &[String],
    limits: &Limits,
) -> Result<Judgment> {
    if !exercise.source_path().exists() {
        let name = &exercise.name;
        let errors = format!(
            "exercises/{name}/exercise.rs is gone; `cargo book reset {name}` \
             brings its first version back"
        );
        let diagnostics = Vec::new();
        return Ok(Verdict::Broken {
            errors,
            diagnostics,
        }
        .into());
    }
    if exercise.is_untouched(root)? {
        return Ok(Verdict::Unsolved.into());
    }
    judge_by(root, exercise, checks, limits)
}

/// The same without the shortcut for an untouched stub: always builds.
pub fn judge(
    root: &Path,
    exercise: &Exercise,
    limits: &Limits,
) -> Result<Judgment> {
    judge_by(root, exercise, &exercise.checks, limits)
}

fn judge_by(
    root: &Path,
    exercise: &Exercise,
    checks: &[String],
    limits: &Limits,
) -> Result<Judgment> {
    let built = build(root, exercise, limits)?;
    let mut judgment = Judgment::from(Verdict::Unsolved);
    judgment.warnings = built.warnings_of_the_reader();
    let Some(program) = built.binary else {
        judgment.verdict = Verdict::Broken {
            errors: built.errors,
            diagnostics: built.diagnostics,
        };
        return Ok(judgment);
    };
    let warnings = judgment.warnings;
    let judgment = run(root, exercise, &program, checks, limits)?;
    Ok(Judgment {
        warnings,
        ..judgment
    })
}

/// Runs these checks of an exercise, in the program that was built of it.
pub fn run(
    root: &Path,
    exercise: &Exercise,
    program: &Path,
    checks: &[String],
    limits: &Limits,
) -> Result<Judgment> {
    let mut judgment = Judgment::from(Verdict::Unsolved);
    let started = EndAll::default();
    let mut failed: Option<(String, String)> = None;
    let mut all_todo = true;
    for check in checks {
        let tag = &started.0;
        let (result, printed) =
            run_check(root, exercise, program, check, limits, tag)?;
        judgment.checks.push(CheckResult {
            name: check.clone(),
            passed: matches!(result, Check::Passed),
            printed,
        });
        match result {
            Check::Passed => {}
            Check::Failed(message) => {
                all_todo &= message.contains("not yet implemented");
                failed.get_or_insert((check.clone(), message));
            }
            Check::Hung(message) => {
                judgment.verdict = Verdict::Hung {
                    check: check.clone(),
                    message,
                };
                return Ok(judgment);
            }
        }
    }
    let passed = judgment.checks.iter().filter(|check| check.passed);
    let passed: Vec<_> = passed.map(|check| check.name.clone()).collect();
    judgment.verdict = match failed {
        None => Verdict::Solved,
        Some(_) if passed.is_empty() && all_todo => Verdict::Unsolved,
        Some((check, mut message)) => {
            if real_clock::is_read_by(&exercise.source().unwrap_or_default()) {
                message.push_str(real_clock::NOTE);
            }
            Verdict::Failing {
                check,
                message,
                passed,
            }
        }
    };
    Ok(judgment)
}

/// For CI: the file as it stands builds without a warning, and each of its
/// checks runs and fails.
pub fn check_stub(
    root: &Path,
    exercise: &Exercise,
    limits: &Limits,
) -> Result<()> {
    let name = &exercise.name;
    let built = build(root, exercise, limits)?;
    if !built.warnings.is_empty() {
        let said = built.warnings.iter().map(|said| said.rendered.as_str());
        let said: String = said.collect();
        bail!("{name} compiles with warnings:\n{said}");
    }
    let Some(binary) = built.binary else {
        bail!("{name} does not compile:\n{}", built.errors);
    };
    let started = EndAll::default();
    for check in &exercise.checks {
        let tag = &started.0;
        match run_check(root, exercise, &binary, check, limits, tag)?.0 {
            Check::Failed(_) => {}
            Check::Passed => bail!("{name}: `{check}` passes unsolved"),
            Check::Hung(message) => bail!("{name}: `{check}`: {message}"),
        }
    }
    Ok(())
}

/// How a check ended.
enum Check {
    Passed,
    Failed(String),
    Hung(String),
}

fn run_check(
    root: &Path,
    exercise: &Exercise,
    binary: &Path,
    check: &str,
    limits: &Limits,
    tag: &ProcessTag,
) -> Result<(Check, String)> {
    let mut command = Command::new(binary);
    // Without the capture of libtest a program that prints without end fills
    // our bounded pipe, and not the memory.
    command
        .current_dir(root.join("exercises"))
        .arg(format!("{}::{check}", exercise.id))
        .args(["--exact", "--nocapture", "--test-threads=1"])
        .env("RUST_BACKTRACE", "0")
        .env(ALONE, "1")
        .envs(limits.env.iter().map(|(key, value)| (key, value)));
    let bounds = Bounds {
        tag: Some(tag),
        ..Bounds::new(&limits.check, &limits.cancel)
    };
    let mut printed = Collected::default();
    let outcome = bounded_process::run(command, &bounds, &mut printed)
        .with_context(|| {
            format!("cannot run the checks of {}", exercise.name)
        })?;
    let ended = read_check(exercise, check, &outcome, &printed)?;
    let stdout = printed.stdout();
    let (before, _) = stdout.split_once(PASSED).unwrap_or((&stdout, ""));
    Ok((ended, before.trim_end().to_owned()))
}

fn read_check(
    exercise: &Exercise,
    check: &str,
    outcome: &Outcome,
    printed: &Collected,
) -> Result<Check> {
    let (stdout, stderr) = (printed.stdout(), printed.stderr());
    // What ended it from outside comes first.
    let ended = || outcome.words("the check").unwrap_or_default();
    let failed = || format!("{}\n\n{}", ended(), message(&stderr));
    Ok(match outcome.end {
        End::Exit(0) if stdout.contains("\nrunning 0 tests") => bail!(
            "the check `{check}` is missing from exercises/{}/checks.rs; \
             bring the file back with `git checkout`",
            exercise.name
        ),
        End::Exit(0) if stdout.contains(PASSED) => Check::Passed,
        End::Exit(BLOCKED) => Check::Hung(stderr.trim().to_owned()),
        End::Exit(_) => Check::Failed(message(&stderr)),
        End::Cancelled => bail!("the check `{check}` was cancelled"),
        End::Signal(_)
        | End::Limit(
            Limit::Memory(_)
            | Limit::AddressSpace(_)
            | Limit::File(_)
            | Limit::Disk(_),
        ) => Check::Failed(failed().trim().to_owned()),
        End::Limit(_) | End::Enough => Check::Hung(ended()),
    })
}

/// What was said, without the lines that Rust puts around each panic.
fn message(stderr: &str) -> String {
    let kept: Vec<&str> = stderr
        .lines()
        .filter(|line| {
            let panicked =
                line.starts_with("thread '") && line.contains(" panicked at ");
            !panicked && !line.starts_with("note: run with `RUST_BACKTRACE")
        })
        .collect();
    kept.join("\n").trim().to_owned()
}

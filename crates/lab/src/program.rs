//! The `main` of an exercise's test program.
//!
//! `cargo test --test NAME` and the run buttons of an editor start it. It then
//! starts `judge`, which runs this program once more for each check, within
//! limits, and says how the exercise stands. libtest would run all checks in
//! one process, where one that blocks takes the others along, and would print
//! their messages in the order of their ends.

use std::panic::catch_unwind;
use std::process::{Command, ExitCode};
use std::{env, thread};

use crate::guard::is_debugged;
use crate::panics;

/// A check by its name.
pub type Check = (&'static str, fn());

/// In the environment of a program that has to run one check in itself. The
/// name is also in `checker`, which may not know this crate.
pub const ALONE: &str = "EXERCISE_CHECK_ALONE";

/// What Cargo takes for a failed test, and not for a test that broke.
const FAILED: u8 = 101;

/// Writes the `main` of an exercise: its name, the module of its checks, and
/// the checks in the order in which they are judged.
#[macro_export]
macro_rules! exercise {
    ($name:literal, $module:ident: $($check:ident),+ $(,)?) => {
        fn main() -> ::std::process::ExitCode {
            let judge = env!("CARGO_BIN_EXE_judge");
            let checks: &[$crate::Check] =
                &[$((stringify!($check), $module::$check)),+];
            $crate::main(judge, $name, checks)
        }
    };
}

/// The `main` of the exercise `name`.
pub fn main(judge: &str, name: &str, checks: &[Check]) -> ExitCode {
    if env::var_os(ALONE).is_some() || is_debugged() {
        return run_one(checks);
    }
    let program = env::current_exe().unwrap_or_default();
    let mut command = Command::new(judge);
    command.arg("one").arg(name).arg(program);
    start(command)
}

/// The `main` of the program for all exercises.
pub fn main_of_all(judge: &str) -> ExitCode {
    let mut command = Command::new(judge);
    command.arg("all");
    start(command)
}

fn start(mut judge: Command) -> ExitCode {
    match judge.args(env::args_os().skip(1)).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(FAILED),
        Err(error) => {
            let path = judge.get_program().to_string_lossy();
            eprintln!("error: cannot start {path}: {error}");
            ExitCode::from(FAILED)
        }
    }
}

/// Runs the check that the command line names, as libtest would name it.
fn run_one(checks: &[Check]) -> ExitCode {
    let wanted = env::args().nth(1).unwrap_or_default();
    let wanted = wanted.rsplit("::").next().unwrap_or_default();
    let Some((name, check)) = checks.iter().find(|(name, _)| *name == wanted)
    else {
        println!("\nrunning 0 tests");
        return ExitCode::SUCCESS;
    };
    panics::remember();
    let check = *check;
    let thread = thread::Builder::new().name((*name).to_owned());
    let ended = match thread.spawn(move || catch_unwind(check)) {
        Ok(running) => running.join().and_then(|ended| ended),
        // The system gives no second thread; the check runs on this one.
        Err(_) => catch_unwind(check),
    };
    match ended {
        Ok(()) => {
            println!("\ntest result: ok. 1 passed");
            ExitCode::SUCCESS
        }
        Err(panic) => {
            eprintln!("{}", panics::report(panic.as_ref()));
            ExitCode::from(FAILED)
        }
    }
}

//! A program as its own launcher: it sets the limits of a program for itself,
//! and then becomes that program. And as its own guard, see
//! [`leftover`](crate::leftover).

#[cfg(unix)]
pub use unix::{enter, guard, is_there, refusal, through};

/// Only Unix has a process become another program.
#[cfg(not(unix))]
pub fn enter() {}

#[cfg(not(unix))]
pub fn guard() -> std::io::Result<crate::leftover::Guard> {
    Err(std::io::ErrorKind::Unsupported.into())
}

#[cfg(not(unix))]
pub fn is_there() -> bool {
    false
}

#[cfg(not(unix))]
pub fn refusal(_: i32, _: &str) -> Option<String> {
    None
}

#[cfg(unix)]
mod unix {
    use std::env;
    use std::ffi::OsString;
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::{Command, exit};
    use std::sync::atomic::{AtomicBool, Ordering};

    use anyhow::{Context, Result};

    use crate::control_group::{ControlGroup, MEMBERS};
    use crate::leftover::{self, Guard};
    use crate::settings::Settings;

    /// The first argument of a launcher.
    const WORD: &str = "--become";

    /// The same of a guard.
    const GUARD: &str = "--guard";

    /// The exit code of a launcher that could not become the program, by the
    /// custom of shells; and how its words begin.
    const REFUSED: i32 = 127;
    const SORRY: &str = "bounded-process: ";

    /// Always the program that runs, also when a newer one has been built in
    /// its place.
    #[cfg(target_os = "linux")]
    fn us() -> Option<OsString> {
        Some("/proc/self/exe".into())
    }

    #[cfg(not(target_os = "linux"))]
    fn us() -> Option<OsString> {
        env::current_exe().ok().map(OsString::from)
    }

    static THERE: AtomicBool = AtomicBool::new(false);

    /// To be called first in `main`. From then on what is started is started
    /// through this program. When it has been started for that, or as a guard,
    /// this does not return.
    pub fn enter() {
        let mut arguments = env::args_os().skip(1);
        let first = arguments.next().unwrap_or_default();
        if first == WORD {
            if let Err(error) = change(arguments) {
                eprintln!("{SORRY}{error:#}");
            }
            exit(REFUSED);
        }
        if first == GUARD {
            leftover::guard();
            exit(0);
        }
        THERE.store(us().is_some(), Ordering::Relaxed);
    }

    /// Starts the guard of this process.
    pub fn guard() -> io::Result<Guard> {
        let program = us().filter(|_| is_there());
        let program = program.ok_or(io::ErrorKind::Unsupported)?;
        let mut command = Command::new(program);
        command.arg(GUARD);
        leftover::start_guard(command)
    }

    /// Does not return when all is well.
    fn change(mut arguments: impl Iterator<Item = OsString>) -> Result<()> {
        let settings = arguments.next().context("no settings")?;
        let settings = settings.to_str().and_then(Settings::parse);
        settings.context("no such settings")?.apply()?;
        let group = arguments.next().context("no group")?;
        if !group.is_empty() {
            // Without it what the run uses is added up from outside.
            let _ = std::fs::write(Path::new(&group).join(MEMBERS), "0");
        }
        let program = arguments.next().context("no program")?;
        let error = Command::new(&program).args(arguments).exec();
        Err(error.into())
    }

    /// Whether there is a launcher.
    pub fn is_there() -> bool {
        THERE.load(Ordering::Relaxed)
    }

    /// The same command through the launcher.
    pub fn through(
        command: &Command,
        settings: &Settings,
        group: Option<&ControlGroup>,
    ) -> Command {
        let group = group.map_or(Path::new(""), |group| group.folder());
        let mut launcher = Command::new(us().unwrap_or_default());
        launcher
            .args([WORD, &settings.to_word()])
            .arg(group)
            .arg(command.get_program())
            .args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => launcher.env(name, value),
                None => launcher.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            launcher.current_dir(folder);
        }
        launcher
    }

    /// Why the launcher did not become the program, if it says that.
    pub fn refusal(code: i32, said: &str) -> Option<String> {
        let words = said.strip_prefix(SORRY)?;
        (code == REFUSED && is_there()).then(|| words.trim().to_owned())
    }
}

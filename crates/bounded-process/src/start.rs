//! What is set before a program begins, so that it never runs without it.
//!
//! A limit that is set on a program that runs already comes too late: in its
//! first milliseconds it can reserve and write what it likes. So between the
//! new process and the program stands a moment of ours. It is the program of
//! the caller, started as its own [`launcher`](crate::launcher); where that
//! cannot be, in a test program, it is a closure after the fork. The closure
//! is not enough for a server: to fork copies the tables of its memory, which
//! takes 20 ms for each 150 MB on a busy machine.

use std::io::{self, PipeReader};
use std::process::{Child, Command, Stdio};

use crate::bounds::Bounds;
use crate::control_group::ControlGroup;
use crate::limits::Limits;
use crate::tag::ProcessTag;

/// Starts a program without input, with both outputs piped, as the leader of
/// a process group of its own. The pipe is that of both outputs together.
///
/// On Linux it ends when the calling thread ends.
pub fn start(
    command: Command,
    bounds: &Bounds,
    group: Option<&ControlGroup>,
) -> io::Result<(Child, Option<PipeReader>)> {
    let mut command = bound(command, bounds.limits, bounds.gently, group);
    command.stdin(Stdio::null());
    if let Some(tag) = bounds.tag {
        command.env(ProcessTag::NAME, tag.value());
    }
    if bounds.together {
        let (reader, writer) = io::pipe()?;
        // Dropped with the command: the last writers are those of the child.
        command.stdout(writer.try_clone()?).stderr(writer);
        return Ok((command.spawn()?, Some(reader)));
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    Ok((command.spawn()?, None))
}

#[cfg(unix)]
fn bound(
    command: Command,
    limits: &Limits,
    gently: bool,
    group: Option<&ControlGroup>,
) -> Command {
    use std::os::unix::process::CommandExt;

    use crate::settings::Settings;

    let settings = Settings::new(limits, gently);
    let mut command = match crate::launcher::is_there() {
        true => crate::launcher::through(&command, &settings, group),
        false => after_the_fork(command, settings),
    };
    command.process_group(0);
    command
}

#[cfg(not(unix))]
fn bound(
    command: Command,
    _: &Limits,
    _: bool,
    _: Option<&ControlGroup>,
) -> Command {
    command
}

#[cfg(unix)]
#[allow(unsafe_code)]
fn after_the_fork(
    mut command: Command,
    set: crate::settings::Settings,
) -> Command {
    use std::os::unix::process::CommandExt;

    // SAFETY: between fork and exec only calls are allowed that a signal
    // handler may make, as another thread may have held any lock at the
    // fork. `apply` makes system calls through rustix, which takes no
    // lock, and allocates nothing: an error here is a number.
    unsafe { command.pre_exec(move || set.apply()) };
    command
}

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

use crate::limits::Limits;
use crate::run::Bounds;
use crate::tag::ProcessTag;

/// Starts a program without input, with both outputs piped, as the leader of
/// a process group of its own. The pipe is that of both outputs together.
///
/// On Linux it ends when the calling thread ends.
pub fn start(
    command: Command,
    bounds: &Bounds,
) -> io::Result<(Child, Option<PipeReader>)> {
    let mut command = bound(command, bounds.limits, bounds.gently);
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
fn bound(command: Command, limits: &Limits, gently: bool) -> Command {
    use std::os::unix::process::CommandExt;

    let settings = unix::Settings::new(limits, gently);
    let mut command = match crate::launcher::is_there() {
        true => crate::launcher::through(&command, &settings),
        false => unix::after_the_fork(command, settings),
    };
    command.process_group(0);
    command
}

#[cfg(not(unix))]
fn bound(command: Command, _: &Limits, _: bool) -> Command {
    command
}

#[cfg(unix)]
pub use unix::Settings;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use rustix::process::{
        Resource, Rlimit, getpid, getppid, getrlimit, setpriority_process,
        setrlimit,
    };

    use crate::limits::Limits;

    /// What a process sets for itself before it becomes the program.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Settings {
        /// Whose end is its end.
        parent: i32,
        nice: bool,
        /// In seconds.
        processor: u64,
        file: Option<u64>,
        address_space: Option<u64>,
    }

    impl Settings {
        pub fn new(limits: &Limits, gently: bool) -> Self {
            let most = limits.resources.as_ref();
            Self {
                parent: getpid().as_raw_nonzero().get(),
                nice: gently,
                processor: limits.processor().as_secs(),
                file: most.map(|most| most.file),
                address_space: most.map(|most| most.address_space),
            }
        }

        /// In one word.
        pub fn to_word(self) -> String {
            let (file, address_space) =
                (self.file.unwrap_or(0), self.address_space.unwrap_or(0));
            let Self {
                parent,
                processor,
                nice,
                ..
            } = self;
            let nice = u8::from(nice);
            format!("{parent},{nice},{processor},{file},{address_space}")
        }

        pub fn parse(word: &str) -> Option<Self> {
            let mut parts = word.split(',').map(|it| it.parse::<u64>().ok());
            let mut next = || parts.next().flatten();
            let settings = Self {
                parent: i32::try_from(next()?).ok()?,
                nice: next()? > 0,
                processor: next()?,
                file: next().filter(|most| *most > 0),
                address_space: next().filter(|most| *most > 0),
            };
            Some(settings)
        }

        /// Makes system calls and nothing else.
        pub fn apply(&self) -> io::Result<()> {
            lower(Resource::Cpu, self.processor)?;
            if let Some(file) = self.file {
                lower(Resource::Fsize, file)?;
                // A dump of its memory would be a large file.
                lower(Resource::Core, 0)?;
            }
            #[cfg(target_os = "linux")]
            if let Some(bytes) = self.address_space {
                lower(Resource::As, bytes)?;
            }
            if self.nice {
                // Refused by some systems, and then it is not so gentle.
                let _ = setpriority_process(None, 10);
            }
            #[cfg(target_os = "linux")]
            rustix::process::set_parent_process_death_signal(Some(
                rustix::process::Signal::KILL,
            ))?;
            // A parent that ended before the line above has told nobody.
            let parent = getppid().map(|pid| pid.as_raw_nonzero().get());
            match parent == Some(self.parent) {
                true => Ok(()),
                false => Err(rustix::io::Errno::SRCH.into()),
            }
        }
    }

    /// Sets a limit, unless there is a lower one already.
    fn lower(resource: Resource, most: u64) -> io::Result<()> {
        let now = getrlimit(resource);
        let most = Some(now.maximum.map_or(most, |now| now.min(most)));
        let limit = Rlimit {
            current: most,
            maximum: most,
        };
        Ok(setrlimit(resource, limit)?)
    }

    #[allow(unsafe_code)]
    pub fn after_the_fork(mut command: Command, set: Settings) -> Command {
        // SAFETY: between fork and exec only calls are allowed that a signal
        // handler may make, as another thread may have held any lock at the
        // fork. `apply` makes system calls through rustix, which takes no
        // lock, and allocates nothing: an error here is a number.
        unsafe { command.pre_exec(move || set.apply()) };
        command
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_settings_are_one_word() {
            let program = Settings::new(&Limits::default(), true);
            let build = Limits::of_a_build(std::time::Duration::from_secs(9));
            for settings in [program, Settings::new(&build, false)] {
                let word = settings.to_word();
                assert_eq!(Settings::parse(&word), Some(settings), "{word}");
            }
            assert_eq!(Settings::parse("1,2"), None);
            assert_eq!(Settings::parse("1,x,3,4,5"), None);
        }
    }
}

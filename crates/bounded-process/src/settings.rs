//! What a process sets for itself before it becomes a program.

use std::io;

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

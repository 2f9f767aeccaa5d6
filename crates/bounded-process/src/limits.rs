//! What a program may use up.

use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Limits {
    /// From its start to its end.
    pub time: Duration,
    /// Bytes that it prints, on both outputs together.
    pub output: usize,
    /// The same in lines.
    pub lines: usize,
    /// Nothing: it may take what there is. That is for Cargo and the compiler.
    pub resources: Option<Resources>,
}

/// Of the machine. Only Linux lets us bound all of them.
#[derive(Clone, Debug)]
pub struct Resources {
    /// Bytes that are really used, of all its processes together.
    pub memory: u64,
    /// Bytes that one process may reserve. A thread reserves far more than it
    /// uses, so this is generous; it refuses at once what `memory` would
    /// notice a moment later.
    pub address_space: u64,
    /// Bytes of one file.
    pub file: u64,
    /// Bytes that all its processes write to the disk.
    pub disk: u64,
    /// At the same time, itself included.
    pub processes: usize,
    /// At the same time, of all its processes together.
    pub threads: usize,
}

/// The same for a run, a check and a figure.
impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            output: 256 << 10,
            lines: 2000,
            resources: Some(Resources::default()),
        }
    }
}

impl Default for Resources {
    fn default() -> Self {
        Self {
            memory: 1 << 30,
            address_space: 4 << 30,
            file: 64 << 20,
            disk: 256 << 20,
            processes: 64,
            // Tokio alone may start 512 for blocking work.
            threads: 1024,
        }
    }
}

impl Limits {
    /// For Cargo and what it starts. Its messages are read as they come, so
    /// this bounds what has to be read, and not what is kept.
    pub fn of_a_build(time: Duration) -> Self {
        Self {
            time,
            output: 32 << 20,
            lines: usize::MAX,
            resources: None,
        }
    }

    /// Changes one of the resources.
    pub fn with(mut self, change: impl FnOnce(&mut Resources)) -> Self {
        change(self.resources.get_or_insert_default());
        self
    }

    /// Seconds of a processor that one process can use in its time. The clock
    /// ends it before; this is for when nobody looks at the clock any more.
    pub(crate) fn processor(&self) -> Duration {
        let cores = std::thread::available_parallelism();
        let cores = cores.map_or(1, |cores| cores.get() as u32);
        self.time.saturating_mul(cores) + Duration::from_secs(10)
    }
}

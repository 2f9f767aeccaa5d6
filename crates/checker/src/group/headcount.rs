//! Notices in time that a program starts others without end.
//!
//! To count a program's processes is to look at all of the system's, which
//! takes milliseconds; a program that doubles needs no more to double. So the
//! system's number of threads, one short file, says when to count, and the
//! program's group stands still meanwhile.

use std::time::{Duration, Instant};

use super::{Mark, resume, stop};

/// How many processes a program may be, and how many it was.
#[derive(Debug)]
pub struct Headcount {
    leader: u32,
    mark: Mark,
    most: usize,
    /// When the system has more threads than this, the program may be too many.
    suspicious: usize,
    next: Instant,
}

impl Headcount {
    /// How often to ask; the answer costs some ten microseconds.
    pub const PAUSE: Duration = Duration::from_millis(10);

    /// The longest time without a count: a program can grow unnoticed while
    /// others end.
    const LOOK: Duration = Duration::from_millis(500);

    /// For the program that carries `mark` and whose group `leader` leads.
    pub fn new(leader: u32, mark: Mark, most: usize) -> Self {
        Self {
            leader,
            mark,
            most,
            suspicious: threads().saturating_add(most),
            next: Instant::now() + Self::LOOK,
        }
    }

    /// Whether the program is more processes than it may be; then its group
    /// may stand still, and is to be killed. Only Linux tells.
    pub fn is_exceeded(&mut self) -> bool {
        let threads = threads();
        self.suspicious =
            self.suspicious.min(threads.saturating_add(self.most));
        let many = threads > self.suspicious;
        if !many && Instant::now() < self.next {
            return false;
        }
        // What stands still starts no others.
        if many {
            stop(self.leader);
        }
        let count = self.mark.count();
        if count > self.most {
            return true;
        }
        if many {
            resume(self.leader);
        }
        self.suspicious = threads.saturating_add(self.most - count);
        self.next = Instant::now() + Self::LOOK;
        false
    }
}

/// Of all processes of the system.
#[cfg(target_os = "linux")]
fn threads() -> usize {
    std::fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| {
            let (_, all) = text.split(' ').nth(3)?.split_once('/')?;
            all.parse().ok()
        })
        .unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
fn threads() -> usize {
    0
}

//! Whether a program held its thread, or the machine did not let it run.

use std::time::{Duration, Instant};

/// On the paused clock all is done at once; what takes longer than this is
/// noticed by whoever runs the program.
const HELD: Duration = Duration::from_millis(100);

/// What this thread has used until now.
#[derive(Clone, Copy)]
pub(crate) struct Usage {
    at: Instant,
    /// Time on a processor, and how often it has waited for something.
    #[cfg(target_os = "linux")]
    spent: Option<(Duration, i64)>,
}

impl Usage {
    pub fn now() -> Self {
        Self {
            at: Instant::now(),
            #[cfg(target_os = "linux")]
            spent: spent(),
        }
    }

    /// A busy machine takes the thread's turn away: then it has neither worked
    /// nor waited.
    pub fn held_since(&self, before: &Self) -> bool {
        if self.at.duration_since(before.at) <= HELD {
            return false;
        }
        #[cfg(target_os = "linux")]
        if let (Some(now), Some(before)) = (self.spent, before.spent) {
            let worked = now.0.saturating_sub(before.0);
            return worked > HELD / 2 || now.1 > before.1;
        }
        true
    }
}

#[cfg(target_os = "linux")]
fn spent() -> Option<(Duration, i64)> {
    // SAFETY: a zeroed structure is a valid one, and the call fills it.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        let done = libc::getrusage(libc::RUSAGE_THREAD, &raw mut usage);
        (done == 0).then_some(usage)?
    };
    let time = |time: libc::timeval| {
        let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
        let micros = u64::try_from(time.tv_usec).unwrap_or_default();
        Duration::from_secs(seconds) + Duration::from_micros(micros)
    };
    Some((time(usage.ru_utime) + time(usage.ru_stime), usage.ru_nvcsw))
}

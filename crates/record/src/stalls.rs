//! Whether the machine kept up while programs ran, and a machine that is busy.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::many::cores;

/// A machine that lets a thread wait this long has stalled. What must come in
/// order on a page is further apart than this.
const STALL: Duration = Duration::from_millis(10);

/// Notes when the machine let its threads wait.
pub struct Clock {
    stalls: Mutex<Vec<(Instant, Instant)>>,
    over: AtomicBool,
}

impl Clock {
    /// Does the work with a clock beside it: two threads for each core, so
    /// that each core's queue is watched.
    pub fn beside<T>(work: impl FnOnce(&Clock) -> T) -> T {
        let clock = Self {
            stalls: Mutex::default(),
            over: AtomicBool::new(false),
        };
        thread::scope(|scope| {
            for _ in 0..2 * cores() {
                scope.spawn(|| clock.watch());
            }
            let made = work(&clock);
            clock.over.store(true, Ordering::Relaxed);
            made
        })
    }

    fn watch(&self) {
        let pause = Duration::from_millis(1);
        while !self.over.load(Ordering::Relaxed) {
            let before = Instant::now();
            thread::sleep(pause);
            let after = Instant::now();
            if after - before > pause + STALL {
                let mut stalls = self.stalls.lock().expect("nobody panics");
                stalls.push((before, after));
            }
        }
    }

    pub fn stalled(&self, began: Instant, ended: Instant) -> bool {
        // The last stall may not have been noted yet.
        thread::sleep(STALL);
        let stalls = self.stalls.lock().expect("nobody panics");
        let mut recent = stalls.iter().rev();
        recent.any(|(from, to)| *from < ended && *to > began)
    }
}

/// Does the work while something else wants each core.
pub fn busy<T>(work: impl FnOnce() -> T) -> T {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let made = work();
        over.store(true, Ordering::Relaxed);
        made
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_while_the_machine_stalled_is_told_from_others() {
        let at = Instant::now();
        let ms = |n| at + Duration::from_millis(n);
        let clock = Clock {
            stalls: Mutex::new(vec![(ms(100), ms(150))]),
            over: AtomicBool::new(true),
        };
        assert!(clock.stalled(ms(0), ms(120)));
        assert!(clock.stalled(ms(120), ms(130)));
        assert!(!clock.stalled(ms(0), ms(90)));
        assert!(!clock.stalled(ms(160), ms(200)));
    }
}

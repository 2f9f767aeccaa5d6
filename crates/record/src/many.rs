//! Much at a time, and a machine that is busy.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Programs that sleep most of the time, for each core.
pub const SLEEPERS: usize = 8;

/// What `work` makes of each, in their order; so many at a time for each core.
pub fn each<T: Sync, R: Send>(
    all: &[T],
    per_core: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = Mutex::new(all.iter().enumerate());
    let take = || next.lock().expect("nobody panics with it").next();
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let one = || {
            let mut done = Vec::new();
            while let Some((i, item)) = take() {
                done.push((i, work(item)));
            }
            done
        };
        let workers = (0..cores() * per_core).map(|_| scope.spawn(one));
        let workers: Vec<_> = workers.collect();
        let ended = workers.into_iter().map(thread::ScopedJoinHandle::join);
        ended.flat_map(|one| one.expect("no work panics")).collect()
    });
    done.sort_by_key(|(i, _)| *i);
    done.into_iter().map(|(_, made)| made).collect()
}

pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
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
    #[test]
    fn the_results_are_in_the_order_of_what_was_given() {
        let all: Vec<u32> = (0..100).collect();
        let made = super::each(&all, 4, |n| n * 2);
        assert!(made.iter().zip(&all).all(|(made, n)| *made == n * 2));
        assert_eq!(made.len(), 100);
    }
}

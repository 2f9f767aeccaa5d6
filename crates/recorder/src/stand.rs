//! Where a thread stands that does not come back: its call stack, taken from
//! outside by a signal.

/// Takes the stack of one thread after the other.
#[cfg(unix)]
mod by_signal {
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::sync::{Mutex, PoisonError};
    use std::time::{Duration, Instant};

    pub type Thread = libc::pthread_t;

    const DEEPEST: usize = 256;

    /// The handler may neither allocate nor lock: the thread that it stops may
    /// hold any lock.
    static FRAMES: [AtomicUsize; DEEPEST] =
        [const { AtomicUsize::new(0) }; DEEPEST];
    static DEPTH: AtomicUsize = AtomicUsize::new(0);
    static DONE: AtomicBool = AtomicBool::new(false);
    static ALONE: Mutex<()> = Mutex::new(());

    /// It is ignored where nobody handles it.
    const SIGNAL: libc::c_int = libc::SIGURG;

    pub fn this() -> Thread {
        // SAFETY: it has no conditions.
        unsafe { libc::pthread_self() }
    }

    extern "C" fn note(_: libc::c_int) {
        let mut depth = 0;
        let add = |frame: &backtrace::Frame| {
            if let Some(slot) = FRAMES.get(depth) {
                slot.store(frame.ip() as usize, Ordering::Relaxed);
                depth += 1;
            }
            depth < DEEPEST
        };
        // SAFETY: one thread at a time is asked, by whoever holds `ALONE`.
        unsafe { backtrace::trace_unsynchronized(add) };
        DEPTH.store(depth, Ordering::Relaxed);
        DONE.store(true, Ordering::Release);
    }

    /// The addresses on the stack of a thread that lives, innermost first;
    /// none if it does not answer.
    pub fn stack(thread: Thread) -> Vec<usize> {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        DONE.store(false, Ordering::Relaxed);
        let handler: extern "C" fn(libc::c_int) = note;
        // SAFETY: the handler does only what is allowed in one, and whoever
        // asks for a thread knows that it lives.
        unsafe {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = handler as libc::sighandler_t;
            action.sa_flags = libc::SA_RESTART;
            libc::sigaction(SIGNAL, &raw const action, std::ptr::null_mut());
            libc::pthread_kill(thread, SIGNAL);
        }
        let asked = Instant::now();
        while !DONE.load(Ordering::Acquire) {
            if asked.elapsed() > Duration::from_millis(500) {
                return Vec::new();
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        let depth = DEPTH.load(Ordering::Relaxed);
        let frames = FRAMES.iter().take(depth);
        frames.map(|slot| slot.load(Ordering::Relaxed)).collect()
    }
}

#[cfg(unix)]
pub(crate) use by_signal::{Thread, stack, this};

#[cfg(not(unix))]
pub(crate) use elsewhere::{Thread, stack, this};

/// Without signals it is not told.
#[cfg(not(unix))]
mod elsewhere {
    pub type Thread = ();

    pub fn this() {}

    pub fn stack((): Thread) -> Vec<usize> {
        Vec::new()
    }
}

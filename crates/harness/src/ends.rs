//! A program that ends the process ends its own recording only.
//!
//! `std::process::exit` and an abort (after a stack overflow, or a panic while
//! a panic is under way) call here. The thread stands still then, and the
//! harness tells what was recorded.

#[cfg(unix)]
pub fn catch() {
    extern "C" fn exits() {
        recorder::stops(recorder::Stop::Exit);
    }
    extern "C" fn aborts(_: libc::c_int) {
        recorder::stops(recorder::Stop::Abort);
    }
    let aborts: extern "C" fn(libc::c_int) = aborts;
    // SAFETY: both functions have the signature that is asked for. They lock
    // without waiting, ring a bell and do not come back; neither is called
    // while this thread holds a lock of the recorder.
    unsafe {
        libc::atexit(exits);
        libc::signal(libc::SIGABRT, aborts as libc::sighandler_t);
    }
}

/// Ends the process without a word to anybody else.
#[cfg(unix)]
pub fn leave() -> ! {
    // SAFETY: it does nothing but end the process.
    unsafe { libc::_exit(0) }
}

#[cfg(not(unix))]
pub fn catch() {}

#[cfg(not(unix))]
pub fn leave() -> ! {
    std::process::exit(0)
}

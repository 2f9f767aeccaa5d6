//! Counts memory: a program that takes too much is stopped, and what it did
//! until then is told. An allocation that fails would end the process.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

/// More than any example or exercise needs, and no burden to the machine.
const MOST: usize = 256 * 1024 * 1024;

pub struct Counted;

static USED: AtomicUsize = AtomicUsize::new(0);
static ALLOWED: AtomicUsize = AtomicUsize::new(usize::MAX);

/// What is used now does not count: the recorder has its own.
pub fn count_from_here() {
    let used = USED.load(Ordering::Relaxed);
    ALLOWED.store(used.saturating_add(MOST), Ordering::Relaxed);
}

// SAFETY: all is left to the system's allocator; it is only counted.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        // SAFETY: as this function was called.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        // SAFETY: as this function was called.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as this function was called.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(
        &self,
        memory: *mut u8,
        layout: Layout,
        size: usize,
    ) -> *mut u8 {
        take(size);
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as this function was called.
        unsafe { System.realloc(memory, layout, size) }
    }
}

fn take(size: usize) {
    let used = USED.fetch_add(size, Ordering::Relaxed);
    if used.saturating_add(size) > ALLOWED.load(Ordering::Relaxed) {
        recorder::too_much();
    }
}

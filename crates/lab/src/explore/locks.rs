//! The locks of `std` for the reader's copy: whoever finds one taken gives up
//! the turn, where the thread would wait in the kernel otherwise.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{self, LockResult, PoisonError, TryLockError, TryLockResult};

use super::turns::{blocked, step};

/// Waits for `attempt` to find the lock free.
fn until<G>(
    attempt: impl Fn() -> TryLockResult<G>,
    wait: impl FnOnce() -> LockResult<G>,
) -> LockResult<G> {
    // The guard before this one may have gone by now.
    step("");
    loop {
        match attempt() {
            Ok(guard) => return Ok(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Err(poisoned),
            Err(TryLockError::WouldBlock) if blocked() => {}
            Err(TryLockError::WouldBlock) => return wait(),
        }
    }
}

fn wrap<G, H>(
    result: LockResult<G>,
    guard: impl FnOnce(G) -> H,
) -> LockResult<H> {
    match result {
        Ok(inner) => Ok(guard(inner)),
        Err(e) => Err(PoisonError::new(guard(e.into_inner()))),
    }
}

fn try_wrap<G, H>(
    result: impl FnOnce() -> TryLockResult<G>,
    guard: impl FnOnce(G) -> H,
) -> TryLockResult<H> {
    step("");
    match result() {
        Ok(inner) => Ok(guard(inner)),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
        Err(TryLockError::Poisoned(e)) => Err(TryLockError::Poisoned(
            PoisonError::new(guard(e.into_inner())),
        )),
    }
}

macro_rules! guard {
    ($name:ident, $lock:ident $(, $mutable:ident)?) => {
        pub struct $name<'a, T: ?Sized>(sync::$name<'a, T>, &'a $lock<T>);

        impl<T: ?Sized> Deref for $name<'_, T> {
            type Target = T;
            fn deref(&self) -> &T {
                &self.0
            }
        }

        $(impl<T: ?Sized> $mutable for $name<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        })?

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $name<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

guard!(MutexGuard, Mutex, DerefMut);
guard!(RwLockReadGuard, RwLock);
guard!(RwLockWriteGuard, RwLock, DerefMut);

macro_rules! lock {
    ($name:ident) => {
        #[derive(Default)]
        pub struct $name<T: ?Sized>(sync::$name<T>);

        impl<T> $name<T> {
            pub const fn new(value: T) -> Self {
                Self(sync::$name::new(value))
            }

            pub fn into_inner(self) -> LockResult<T> {
                self.0.into_inner()
            }
        }

        impl<T: ?Sized> $name<T> {
            pub fn get_mut(&mut self) -> LockResult<&mut T> {
                self.0.get_mut()
            }

            pub fn is_poisoned(&self) -> bool {
                self.0.is_poisoned()
            }

            pub fn clear_poison(&self) {
                self.0.clear_poison();
            }
        }

        impl<T> From<T> for $name<T> {
            fn from(value: T) -> Self {
                Self::new(value)
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

lock!(Mutex);
lock!(RwLock);

impl<T: ?Sized> Mutex<T> {
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let result = until(|| self.0.try_lock(), || self.0.lock());
        wrap(result, |guard| MutexGuard(guard, self))
    }

    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        try_wrap(|| self.0.try_lock(), |guard| MutexGuard(guard, self))
    }
}

impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let result = until(|| self.0.try_read(), || self.0.read());
        wrap(result, |guard| RwLockReadGuard(guard, self))
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let result = until(|| self.0.try_write(), || self.0.write());
        wrap(result, |guard| RwLockWriteGuard(guard, self))
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        try_wrap(|| self.0.try_read(), |guard| RwLockReadGuard(guard, self))
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        try_wrap(|| self.0.try_write(), |guard| RwLockWriteGuard(guard, self))
    }
}

/// Counts its news: whoever waits looks whether there is any. Every waiter
/// hears all of it, which is allowed: a wait may end without a reason.
#[derive(Debug, Default)]
pub struct Condvar {
    news: AtomicUsize,
}

impl Condvar {
    pub const fn new() -> Self {
        Self {
            news: AtomicUsize::new(0),
        }
    }

    pub fn notify_one(&self) {
        self.news.fetch_add(1, Ordering::SeqCst);
    }

    pub fn notify_all(&self) {
        self.notify_one();
    }

    pub fn wait<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
    ) -> LockResult<MutexGuard<'a, T>> {
        let seen = self.news.load(Ordering::SeqCst);
        let lock = guard.1;
        drop(guard);
        while self.news.load(Ordering::SeqCst) == seen && blocked() {}
        lock.lock()
    }

    pub fn wait_while<'a, T>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<MutexGuard<'a, T>> {
        while condition(&mut guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }
}

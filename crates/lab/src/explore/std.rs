//! What the reader's copy finds under the name `std`.

pub use ::std::*;

pub mod sync {
    pub use ::std::sync::*;

    pub use crate::explore::locks::{
        Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard,
    };
}

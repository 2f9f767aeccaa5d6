//! Ends what runs, from another thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Said once, heard by all clones, and by the children.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    own: Arc<AtomicBool>,
    /// Those of the parents.
    above: Vec<Arc<AtomicBool>>,
}

impl Cancel {
    pub fn cancel(&self) {
        self.own.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        let mut all = self.above.iter().chain([&self.own]);
        all.any(|flag| flag.load(Ordering::Relaxed))
    }

    /// Is cancelled with this one, and can be by itself.
    pub fn child(&self) -> Self {
        let mut above = self.above.clone();
        above.push(Arc::clone(&self.own));
        Self {
            own: Arc::default(),
            above,
        }
    }
}

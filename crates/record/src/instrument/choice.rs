//! How much of a program is probed, call by call.

use std::collections::BTreeMap;
use std::ops::Range;

/// A probe as it stands in a copy.
pub struct Placed {
    /// Its number, which is the same in each copy of a program.
    pub number: usize,
    pub line: usize,
    /// What it is put around, itself included.
    pub around: Range<usize>,
    /// Its own text.
    pub own: Vec<Range<usize>>,
    pub probing: Probing,
    /// What is left of it if less is asked for.
    pub less: Probing,
}

/// How much of a call is probed. The probes ask for types, and a type may
/// be known only further on, to a compiler that reads from top to bottom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Probing {
    #[default]
    Full,
    /// Values, errors and handles are not shown.
    Silent,
    /// Nothing: tasks, timers and what is shared are recorded, and visits.
    Bare,
}

/// How much of a program is probed: all calls alike, but for these.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub all: Probing,
    pub but: BTreeMap<usize, Probing>,
}

impl From<Probing> for Choice {
    fn from(all: Probing) -> Self {
        let but = BTreeMap::new();
        Self { all, but }
    }
}

impl Choice {
    pub fn of(&self, number: usize, less: Probing) -> Probing {
        let own = self.but.get(&number).copied().unwrap_or(self.all);
        match own {
            Probing::Full => own,
            Probing::Silent => less,
            Probing::Bare => own,
        }
    }
}

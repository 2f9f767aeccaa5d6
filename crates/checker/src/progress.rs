//! What the reader has reached: `.book/progress.json`, which Git ignores.
//!
//! Entries are kept under the exercise's stable id, so that they survive a
//! moved chapter, a restart and a `git pull`. `docs/progress.md` describes the
//! file for its owner.

mod entry;
mod store;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

pub use self::entry::Entry;
use self::store::Store;
use crate::catalogue::Exercise;
use crate::hints::next;
use crate::state::State;
use crate::verdict::Verdict;

/// All entries, and where they are stored.
#[derive(Clone, Debug)]
pub struct Progress {
    store: Store,
    entries: BTreeMap<String, Entry>,
    notice: Option<String>,
}

impl Progress {
    /// Reads `HOME/.book/progress.json`; nothing there yet is no error.
    ///
    /// A file that cannot be understood is moved aside, see
    /// [`notice`](Self::notice). One that a newer program wrote is an error.
    pub fn load(home: &Path) -> Result<Self> {
        let store = Store::new(home);
        let (entries, notice) = store.read()?;
        Ok(Self {
            store,
            entries,
            notice,
        })
    }

    /// What the reader should be told: the file was broken, where it is now,
    /// and what is left of it.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// An exercise that was never touched has the default entry.
    pub fn entry(&self, id: &str) -> Entry {
        self.entries.get(id).cloned().unwrap_or_default()
    }

    /// Changes one entry and writes the file. The file is locked and read
    /// again first: another program may have changed another entry meanwhile.
    pub fn update(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut Entry),
    ) -> Result<Entry> {
        let _lock = self.store.lock()?;
        let (entries, notice) = self.store.read_locked()?;
        self.notice = notice.or(self.notice.take());
        self.entries = entries;
        let before = self.entry(id);
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.entries.insert(id.to_owned(), after.clone());
            self.store.write(&self.entries)?;
        }
        Ok(after)
    }

    /// Records the newest verdict, which is about the files as they are.
    pub fn record(
        &mut self,
        exercise: &Exercise,
        verdict: &Verdict,
    ) -> Result<Entry> {
        self.judged(exercise, verdict, &exercise.files_hash())
    }

    /// Records the newest verdict. `judged` names the files that it is about,
    /// which may have changed since.
    pub fn judged(
        &mut self,
        exercise: &Exercise,
        verdict: &Verdict,
        judged: &str,
    ) -> Result<Entry> {
        let hash = exercise.check_hash();
        self.update(&exercise.id, |entry| {
            entry.state = verdict.state();
            entry.failing = verdict.check().map(str::to_owned);
            judged.clone_into(&mut entry.judged);
            if entry.state == State::Solved {
                entry.solved_at.get_or_insert_with(now);
                entry.checks_hash = hash;
            }
        })
    }

    /// After a reset: what was judged is no longer what stands in the file.
    /// When it was solved, and what was revealed, stays.
    pub fn forget_verdict(&mut self, id: &str) -> Result<Entry> {
        self.update(id, |entry| {
            entry.state = State::Unsolved;
            entry.failing = None;
            entry.judged = String::new();
        })
    }

    /// Reveals the next hint, up to the last: the first one for the check
    /// that fails, if any is, else the first one.
    pub fn reveal_hint(
        &mut self,
        exercise: &Exercise,
        check: Option<&str>,
    ) -> Result<Entry> {
        self.update(&exercise.id, |entry| {
            entry
                .hints
                .extend(next(&exercise.hints, &entry.hints, check));
        })
    }

    pub fn reveal_solution(&mut self, exercise: &Exercise) -> Result<Entry> {
        self.update(&exercise.id, |entry| entry.solution_revealed = true)
    }

    /// Solved once, but the checks have changed since.
    pub fn is_outdated(&self, exercise: &Exercise) -> bool {
        let entry = self.entry(&exercise.id);
        entry.solved_at.is_some() && entry.checks_hash != exercise.check_hash()
    }
}

/// A clock that stands before 1970 says 0: solved, and nobody knows when.
fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

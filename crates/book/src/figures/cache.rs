//! Recordings that were made: by text, and the last one that there was.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use checker::Exercise;
use checker::desk::Kind;
use timeline::cost::Cost;

use super::subject::Subject;
use super::tool::{RecordResult, Recorded};

/// So many recordings are cache; a large one takes some megabytes.
const MOST: usize = 64;

/// A file in one of its checks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CacheSlot {
    example: bool,
    name: String,
    check: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    slot: CacheSlot,
    pub revision: String,
    /// An exercise is also recorded again when its checks change.
    checks: String,
}

/// The last one that compiled, and its text.
#[derive(Clone)]
pub struct LastGood {
    pub text: String,
    pub recorded: Arc<RecordResult>,
}

#[derive(Default)]
pub struct RecordingCache(Mutex<State>);

#[derive(Default)]
struct State {
    /// The newest first.
    made: VecDeque<(Key, Arc<RecordResult>)>,
    last: VecDeque<(CacheSlot, LastGood)>,
}

impl CacheSlot {
    fn of(subject: &Subject) -> Self {
        CacheSlot {
            example: subject.desk.kind == Kind::Example,
            name: subject.desk.name.clone(),
            check: subject.check.as_ref().map(|(_, check)| check.clone()),
        }
    }
}

impl Key {
    pub fn of(subject: &Subject, text: &str) -> Self {
        let exercise = subject.check.as_ref().map(|(exercise, _)| exercise);
        Key {
            slot: CacheSlot::of(subject),
            revision: checker::hash(text),
            checks: exercise.map(Exercise::check_hash).unwrap_or_default(),
        }
    }
}

impl RecordingCache {
    pub fn at(&self, key: &Key) -> Option<Arc<RecordResult>> {
        let state = self.lock();
        let found = state.made.iter().find(|(known, _)| known == key);
        found.map(|(_, taken)| taken.clone())
    }

    pub fn put(&self, key: &Key, text: &str, taken: Arc<RecordResult>) {
        let mut state = self.lock();
        if matches!(*taken, RecordResult::Recorded(_)) {
            let last = LastGood {
                text: text.to_owned(),
                recorded: taken.clone(),
            };
            state.last.retain(|(known, _)| *known != key.slot);
            state.last.push_front((key.slot.clone(), last));
            state.last.truncate(MOST);
        }
        state.made.retain(|(known, _)| known != key);
        state.made.push_front((key.clone(), taken));
        state.made.truncate(MOST);
    }

    pub fn last(&self, subject: &Subject) -> Option<LastGood> {
        let slot = CacheSlot::of(subject);
        let state = self.lock();
        let found = state.last.iter().find(|(known, _)| *known == slot);
        found.map(|(_, last)| last.clone())
    }

    /// All checks of a text together, if all of them were recorded.
    pub fn cost(&self, exercise: &Exercise, revision: &str) -> Option<Cost> {
        let state = self.lock();
        let of = |check: &String| {
            let (_, taken) = state.made.iter().find(|(key, _)| {
                !key.slot.example
                    && key.slot.name == exercise.id
                    && key.slot.check.as_ref() == Some(check)
                    && key.revision == revision
            })?;
            match &**taken {
                RecordResult::Recorded(recorded) => {
                    let Recorded { cost, .. } = **recorded;
                    Some(cost)
                }
                RecordResult::Broken(_) | RecordResult::Unrecordable(_) => None,
            }
        };
        exercise.checks.iter().map(of).sum()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

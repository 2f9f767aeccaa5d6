//! Recordings that were made: by text, and the last one that there was.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use checker::Exercise;
use checker::desk::Kind;
use timeline::cost::Cost;

use super::Subject;
use super::tool::{Recorded, Taken};

/// So many recordings are kept; a large one takes some megabytes.
const MOST: usize = 64;

/// A file in one of its checks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    example: bool,
    name: String,
    check: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    place: Place,
    pub revision: String,
    /// An exercise is also recorded again when its checks change.
    checks: String,
}

/// The last one that compiled, and its text.
#[derive(Clone)]
pub struct Last {
    pub text: String,
    pub recorded: Arc<Taken>,
}

#[derive(Default)]
pub struct Kept(Mutex<State>);

#[derive(Default)]
struct State {
    /// The newest first.
    made: VecDeque<(Key, Arc<Taken>)>,
    last: VecDeque<(Place, Last)>,
}

impl Place {
    fn of(subject: &Subject) -> Self {
        Place {
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
            place: Place::of(subject),
            revision: checker::hash(text),
            checks: exercise.map(Exercise::check_hash).unwrap_or_default(),
        }
    }
}

impl Kept {
    pub fn at(&self, key: &Key) -> Option<Arc<Taken>> {
        let state = self.lock();
        let found = state.made.iter().find(|(known, _)| known == key);
        found.map(|(_, taken)| taken.clone())
    }

    pub fn put(&self, key: &Key, text: &str, taken: Arc<Taken>) {
        let mut state = self.lock();
        if matches!(*taken, Taken::Recorded(_)) {
            let last = Last {
                text: text.to_owned(),
                recorded: taken.clone(),
            };
            state.last.retain(|(known, _)| *known != key.place);
            state.last.push_front((key.place.clone(), last));
            state.last.truncate(MOST);
        }
        state.made.retain(|(known, _)| known != key);
        state.made.push_front((key.clone(), taken));
        state.made.truncate(MOST);
    }

    pub fn last(&self, subject: &Subject) -> Option<Last> {
        let place = Place::of(subject);
        let state = self.lock();
        let found = state.last.iter().find(|(known, _)| *known == place);
        found.map(|(_, last)| last.clone())
    }

    /// All checks of a text together, if all of them were recorded.
    pub fn cost(&self, exercise: &Exercise, revision: &str) -> Option<Cost> {
        let state = self.lock();
        let of = |check: &String| {
            let (_, taken) = state.made.iter().find(|(key, _)| {
                !key.place.example
                    && key.place.name == exercise.id
                    && key.place.check.as_ref() == Some(check)
                    && key.revision == revision
            })?;
            match &**taken {
                Taken::Recorded(recorded) => {
                    let Recorded { cost, .. } = **recorded;
                    Some(cost)
                }
                Taken::Broken(_) => None,
            }
        };
        exercise.checks.iter().map(of).sum()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

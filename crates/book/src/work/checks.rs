//! Which exercise is checked next.

use std::collections::VecDeque;

use checker::{Cancel, Exercise};

use super::{Event, Judged, Tools};
use crate::http::App;
use crate::http::events::PageEvent;

/// One check at a time: Cargo would make a second one wait for the first.
#[derive(Default)]
pub struct Checks {
    waiting: VecDeque<Waiting>,
    running: Option<Running>,
}

#[derive(Clone)]
struct Waiting {
    exercise: Exercise,
    urgency: Urgency,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Urgency {
    /// Only to have compiled what all of them need.
    WarmUp,
    /// Nobody looks at its page; it gives way.
    Background,
    Now,
}

struct Running {
    what: Waiting,
    /// The files that it judges.
    hash: String,
    cancel: Cancel,
}

impl Checks {
    /// In the background, when nothing else is to do.
    pub fn later(&mut self, exercise: Exercise) {
        self.push_back(exercise, Urgency::Background);
    }

    /// When nothing else is to do, and nobody needs to hear of it.
    pub fn warm_up(&mut self, exercise: Exercise) {
        self.push_back(exercise, Urgency::WarmUp);
    }

    /// Before all others: somebody has saved it and looks at the page.
    pub fn soon(&mut self, exercise: Exercise) {
        if let Some(running) = &self.running {
            if running.judges(&exercise) {
                return;
            }
            let Running { what, cancel, .. } = running;
            let older = what.exercise.id == exercise.id;
            let gives_way = what.urgency != Urgency::Now;
            if older || gives_way {
                cancel.cancel();
            }
            if !older && gives_way {
                let Waiting { exercise, urgency } = what.clone();
                self.push_back(exercise, urgency);
            }
        }
        self.waiting
            .retain(|other| other.exercise.id != exercise.id);
        self.waiting.push_front(Waiting {
            exercise,
            urgency: Urgency::Now,
        });
    }

    fn push_back(&mut self, exercise: Exercise, urgency: Urgency) {
        self.waiting.push_back(Waiting { exercise, urgency });
    }

    /// Starts the next one if none is running.
    pub fn next(&mut self, app: &App, tools: &Tools) {
        if self.running.is_some() {
            return;
        }
        let Some(what) = self.waiting.pop_front() else {
            return;
        };
        let cancel = Cancel::default();
        let Waiting { exercise, urgency } = what.clone();
        // Before: if it is saved again meanwhile, the verdict is about the
        // older text, and must not be taken for the newer one's.
        let hash = exercise.files_hash();
        self.running = Some(Running {
            what,
            hash: hash.clone(),
            cancel: cancel.clone(),
        });
        let judge = if urgency == Urgency::WarmUp {
            tools.warm_up.clone()
        } else {
            app.tell(PageEvent::Checking {
                id: exercise.id.clone(),
            });
            tools.judge.clone()
        };
        let app = app.clone();
        let mut limits = tools.limits.clone();
        limits.cancel = cancel.clone();
        tokio::task::spawn_blocking(move || {
            let revision = exercise.revision();
            let result = judge(&app.root, &exercise, &limits);
            let stale = exercise.files_hash() != hash;
            app.send(Event::Judged(Box::new(Judged {
                exercise,
                hash,
                revision,
                result,
                cancel,
                stale,
                told: urgency != Urgency::WarmUp,
            })));
        });
    }

    pub fn is_idle(&self) -> bool {
        self.running.is_none() && self.waiting.is_empty()
    }

    pub fn done(&mut self) {
        self.running = None;
    }

    pub fn cancel(&self) {
        if let Some(running) = &self.running {
            running.cancel.cancel();
        }
    }
}

impl Running {
    /// Whether its verdict is the one that is wanted: a save is heard of
    /// twice, from the page and from the watcher.
    fn judges(&self, exercise: &Exercise) -> bool {
        let Waiting {
            exercise: mine,
            urgency,
        } = &self.what;
        *urgency == Urgency::Now
            && !self.cancel.is_cancelled()
            && mine.id == exercise.id
            && mine.checks == exercise.checks
            && self.hash == exercise.files_hash()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exercise(id: &str) -> Exercise {
        Exercise {
            name: format!("01_{id}"),
            id: id.to_string(),
            title: String::new(),
            chapter: String::new(),
            minutes: 1,
            checks: Vec::new(),
            hints: Vec::new(),
            variants: Vec::new(),
            dir: Default::default(),
        }
    }

    fn start(checks: &mut Checks) -> Cancel {
        let what = checks.waiting.pop_front().unwrap();
        let cancel = Cancel::default();
        checks.running = Some(Running {
            what,
            hash: "of an older text".to_owned(),
            cancel: cancel.clone(),
        });
        cancel
    }

    fn waiting(checks: &Checks) -> Vec<&str> {
        checks
            .waiting
            .iter()
            .map(|w| w.exercise.id.as_str())
            .collect()
    }

    #[test]
    fn a_newer_save_cancels_the_older_check() {
        let mut checks = Checks::default();
        checks.soon(exercise("a"));
        let older = start(&mut checks);
        checks.soon(exercise("a"));
        assert!(older.is_cancelled());
        assert_eq!(waiting(&checks), ["a"]);
    }

    #[test]
    fn a_save_that_is_heard_of_twice_is_judged_once() {
        let mut checks = Checks::default();
        checks.soon(exercise("a"));
        let running = start(&mut checks);
        let hash = exercise("a").files_hash();
        checks.running.as_mut().unwrap().hash = hash;
        checks.soon(exercise("a"));
        assert!(!running.is_cancelled());
        assert!(checks.waiting.is_empty());
    }

    #[test]
    fn a_check_in_the_background_gives_way_and_comes_back() {
        let mut checks = Checks::default();
        checks.later(exercise("a"));
        checks.later(exercise("b"));
        let background = start(&mut checks);
        checks.soon(exercise("c"));
        assert!(background.is_cancelled());
        assert_eq!(waiting(&checks), ["c", "b", "a"]);
    }

    #[test]
    fn a_check_that_somebody_waits_for_is_not_cancelled_by_another() {
        let mut checks = Checks::default();
        checks.soon(exercise("a"));
        let running = start(&mut checks);
        checks.soon(exercise("b"));
        checks.soon(exercise("c"));
        checks.soon(exercise("b"));
        assert!(!running.is_cancelled());
        assert_eq!(waiting(&checks), ["b", "c"]);
    }
}

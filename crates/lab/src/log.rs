//! Who was inside a service, and from when to when.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task;
use tokio::time::{Instant, sleep};

use crate::told;

/// A record of visits in virtual time. Clones share one record.
#[derive(Clone, Debug)]
pub struct Log {
    origin: Instant,
    pages: Arc<Mutex<Pages>>,
}

#[derive(Debug, Default)]
struct Pages {
    visits: Vec<Visit>,
    inside: usize,
    peak: usize,
}

/// One stay inside a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Who: `page 3`, `worker 1`.
    pub lane: String,
    pub start: Duration,
    /// Nothing while the visit goes on.
    pub end: Option<Duration>,
    /// The visitor's future was dropped before its end.
    pub dropped: bool,
    /// The task that came, if it was one.
    pub task: Option<task::Id>,
}

/// Anything that keeps a log, so that a check can ask it what happened.
pub trait Watched {
    fn log(&self) -> &Log;

    /// What to think of first when the exercise never ends.
    fn when_stuck(&self) -> &'static str {
        "Somebody waits for news that came before anybody listened, or that \
         nobody sends; or for something that was taken and is not given back."
    }

    /// What to think of when it took too long, where that has one reason.
    fn when_late(&self) -> Option<&'static str> {
        None
    }

    /// What to think of when some were made to wait, but so many too few.
    fn when_crowded(&self, too_many: usize) -> &'static str {
        if too_many == 1 {
            return "One too many, all the time: how many are let in before \
                    the first one has to wait?";
        }
        "Some were made to wait, but not enough of them: does everybody go \
         through one and the same gate, and stay inside until the work is \
         done?"
    }
}

impl Watched for Log {
    fn log(&self) -> &Log {
        self
    }
}

impl Default for Log {
    fn default() -> Self {
        Self::new()
    }
}

impl Log {
    /// Its time zero is now.
    pub fn new() -> Self {
        Self {
            origin: Instant::now(),
            pages: Arc::default(),
        }
    }

    /// Virtual time since the log was begun.
    pub fn now(&self) -> Duration {
        self.origin.elapsed()
    }

    /// Stay inside for `length`, and have it written down.
    ///
    /// It begins at the first poll, as every future should. (Boxed, so that
    /// the exercises need not compile it.)
    pub fn visit(
        &self,
        lane: impl Into<String>,
        length: Duration,
    ) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let (log, lane) = (self.clone(), lane.into());
        Box::pin(async move {
            let stay = log.enter(lane);
            // A sleep of zero would not even yield; neither should this.
            if length > Duration::ZERO {
                sleep(length).await;
            }
            stay.done();
        })
    }

    /// Begin a visit; it lasts until `done`, or until the value is dropped.
    pub fn enter(&self, lane: impl Into<String>) -> Stay {
        let start = self.now();
        let mut pages = self.pages();
        pages.inside += 1;
        pages.peak = pages.peak.max(pages.inside);
        let lane = lane.into();
        let told = told::enter(&lane);
        pages.visits.push(Visit {
            lane,
            start,
            end: None,
            dropped: false,
            task: task::try_id(),
        });
        Stay {
            log: self.clone(),
            index: pages.visits.len() - 1,
            told,
            done: false,
        }
    }

    pub fn visits(&self) -> Vec<Visit> {
        self.pages().visits.clone()
    }

    /// How many were inside at once, at most. Counted as they come and go, not
    /// from the times: at one instant one may leave before the next enters.
    pub fn peak(&self) -> usize {
        self.pages().peak
    }

    /// How many are inside now.
    pub fn inside(&self) -> usize {
        self.pages().inside
    }

    /// How often this lane was entered.
    pub fn count(&self, lane: &str) -> usize {
        self.pages()
            .visits
            .iter()
            .filter(|visit| visit.lane == lane)
            .count()
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        // A panic elsewhere is reported by itself; the record is still good.
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A visit that goes on until this is dropped.
#[derive(Debug)]
pub struct Stay {
    log: Log,
    index: usize,
    /// The visit's number for those who listen.
    told: u64,
    done: bool,
}

impl Stay {
    /// Leave in good order.
    pub fn done(mut self) {
        self.done = true;
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        let now = self.log.now();
        let mut pages = self.log.pages();
        pages.inside -= 1;
        let visit = &mut pages.visits[self.index];
        visit.end = Some(now);
        visit.dropped = !self.done;
        told::leave(self.told, !self.done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ms;

    #[tokio::test(start_paused = true)]
    async fn it_writes_down_who_came_and_went() {
        let log = Log::new();
        tokio::join!(log.visit("a", ms(100)), log.visit("b", ms(50)));
        let visits = log.visits();
        assert_eq!(visits[0].lane, "a");
        assert_eq!(visits[0].end, Some(ms(100)));
        assert_eq!(visits[1].end, Some(ms(50)));
        assert!(!visits[0].dropped);
        assert_eq!((log.peak(), log.inside()), (2, 0));
    }

    #[tokio::test(start_paused = true)]
    async fn a_dropped_visit_ends_where_it_was_dropped() {
        let log = Log::new();
        let late = tokio::time::timeout(ms(30), log.visit("a", ms(100))).await;
        assert!(late.is_err());
        let visit = log.visits().remove(0);
        assert_eq!((visit.end, visit.dropped), (Some(ms(30)), true));
    }
}

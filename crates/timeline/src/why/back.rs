//! What led to an event, back in time.

use super::{Chain, ChainEnd, Link, at_line, line};
use crate::rows::Names;
use crate::walk::Walk;
use crate::words::{self, time};
use crate::{By, End, EventKind, Run, WaitFor};

/// As many causes of causes are told.
const MOST: usize = 12;

/// What led to the event at a place of a run, which must have passed
/// [`crate::check`]. The event itself comes first.
pub fn led_to(run: &Run, at: usize) -> Chain {
    let names = Names::new(run);
    let mut links = Vec::new();
    let mut next = Some(at);
    let mut end = ChainEnd::Start;
    while let Some(at) = next.filter(|_| links.len() < MOST) {
        let Some(event) = run.events.get(at) else {
            break;
        };
        let search = Search {
            run,
            names: &names,
            walk: Walk::until(run, at),
            at,
        };
        let lane = event.kind.lane();
        let (text, line, cause) = search.cause(&event.kind, lane);
        links.push(Link {
            lane,
            at,
            line,
            text,
        });
        next = match cause {
            Ok(before) => Some(before),
            Err(found) => {
                end = found;
                None
            }
        };
    }
    Chain { links, end }
}

/// The event before, or why there is none.
type Before = Result<usize, ChainEnd>;

struct Search<'a> {
    run: &'a Run,
    names: &'a Names,
    walk: Walk<'a>,
    at: usize,
}

impl Search<'_> {
    fn name(&self, lane: u32) -> &str {
        self.names.name(lane)
    }

    fn cause(
        &self,
        kind: &EventKind,
        lane: u32,
    ) -> (String, Option<u32>, Before) {
        match kind {
            EventKind::Poll { .. } => self.poll(lane),
            EventKind::Wake { by, site, .. } => {
                let line = line(self.run, *site);
                let (text, before) = self.wake(lane, *by, line);
                (text, line, before)
            }
            kind => {
                let (text, line) = self.does(kind);
                let by = match kind {
                    EventKind::Created { by, .. }
                    | EventKind::Spawned { by, .. } => *by,
                    _ => lane,
                };
                let poll = self.walk.lanes[by as usize].last_poll;
                (text, line, poll.ok_or(ChainEnd::Start))
            }
        }
    }

    fn poll(&self, lane: u32) -> (String, Option<u32>, Before) {
        let name = self.name(lane);
        let state = &self.walk.lanes[lane as usize];
        if state.last_poll.is_none() && lane == 0 {
            return (format!("{name} begins"), None, Err(ChainEnd::Start));
        }
        if let Some(wake) = state.woken {
            return (format!("{name} is polled"), None, Ok(wake));
        }
        let run = self.run;
        let one = &run.lanes[lane as usize];
        let parent = one.parent.filter(|_| one.kind.is_polled_by_its_parent());
        let above = parent.and_then(|id| {
            let poll = self.walk.lanes[id as usize].last_poll?;
            Some((id, poll))
        });
        match (above, state.born) {
            (Some((by, poll)), _) => {
                let by = self.name(by);
                (format!("{by} polls {name}"), None, Ok(poll))
            }
            (None, Some(born)) => (
                format!("{name} is polled for the first time"),
                None,
                Ok(born),
            ),
            (None, None) => {
                (format!("{name} is polled"), None, Err(ChainEnd::Start))
            }
        }
    }

    fn wake(&self, lane: u32, by: By, line: Option<u32>) -> (String, Before) {
        let name = self.name(lane);
        match by {
            By::Lane(by) => {
                let poll = self.walk.lanes[by as usize].last_poll;
                let whom = match by == lane {
                    true => "itself",
                    false => name,
                };
                let by_name = self.name(by);
                let text = format!("{by_name} wakes {whom}{}", at_line(line));
                (text, self.reason(by).or(poll).ok_or(ChainEnd::Start))
            }
            By::Timer => match self.timer(lane) {
                Some(text) => (text, Err(ChainEnd::Time)),
                None => {
                    (format!("the timer wakes {name}"), Err(ChainEnd::Time))
                }
            },
            By::Runtime => (
                format!("the runtime puts {name} in the queue again"),
                Err(ChainEnd::Time),
            ),
            _ => (
                format!("{name} is woken from outside"),
                Err(ChainEnd::Outside),
            ),
        }
    }

    /// What a lane has done just before, with which it wakes others.
    fn reason(&self, by: u32) -> Option<usize> {
        let events = &self.run.events[..self.at];
        let wake = |kind: &EventKind| matches!(kind, EventKind::Wake { .. });
        let at = events.iter().rposition(|event| !wake(&event.kind))?;
        let kind = &events[at].kind;
        let does = matches!(
            kind,
            EventKind::Released { .. }
                | EventKind::Sent { .. }
                | EventKind::Called { .. }
                | EventKind::End { .. }
        );
        (does && kind.lane() == by).then_some(at)
    }

    /// The sleep of a lane that is over.
    fn timer(&self, lane: u32) -> Option<String> {
        let now = self.run.events[self.at].t;
        let waits = &self.walk.lanes[lane as usize].waits;
        waits.iter().find_map(|wait| {
            let EventKind::Wait {
                on, site, until, ..
            } = self.walk.kind(*wait)
            else {
                return None;
            };
            let until = (*until).filter(|until| *until <= now)?;
            let what = match on {
                WaitFor::Timer => "sleep",
                WaitFor::Tick => "wait for a tick",
                _ => "wait",
            };
            let line = at_line(line(self.run, *site));
            let name = self.name(lane);
            Some(format!(
                "the {what} of {name} until {} is over{line}",
                time(until)
            ))
        })
    }

    /// Any other event, in words.
    fn does(&self, kind: &EventKind) -> (String, Option<u32>) {
        let run = self.run;
        let name = self.name(kind.lane());
        let site = match kind {
            EventKind::Released { site, .. }
            | EventKind::Sent { site, .. }
            | EventKind::Called { site, .. }
            | EventKind::Wait { site, .. }
            | EventKind::Enter { site, .. }
            | EventKind::Out { site, .. }
            | EventKind::End { site, .. } => *site,
            EventKind::Created { lane, .. }
            | EventKind::Spawned { lane, .. } => run.lanes[*lane as usize].site,
            _ => None,
        };
        let line = line(self.run, site);
        let unit = |id: u32| words::unit(run.resources[id as usize].kind).0;
        let text = match kind {
            EventKind::Created { by, .. } => {
                format!("{} makes {name}", self.name(*by))
            }
            EventKind::Spawned { by, .. } => {
                format!("{} spawns {name}", self.name(*by))
            }
            EventKind::Wait { .. } => {
                let what = words::wait_at(run, self.at, &self.names.full);
                format!("{name} waits for {what}")
            }
            EventKind::Acquired { resource, .. } => {
                format!("{name} gets a {}", unit(*resource))
            }
            EventKind::Released { resource, .. } => match unit(*resource) {
                "slot" => format!("{name} frees a slot"),
                one => format!("{name} gives a {one} back"),
            },
            EventKind::Sent { value, .. } => {
                format!("{name} sends {}", words::item(value))
            }
            EventKind::Received { value, .. } => {
                format!("{name} receives {}", words::item(value))
            }
            EventKind::Called { what, .. } => format!("{name} calls {what}"),
            EventKind::Enter { what, .. } => format!("{name} begins {what}"),
            EventKind::Leave { what, .. } => format!("{name} leaves {what}"),
            EventKind::Out { text, .. } => {
                format!("{name} prints “{}”", text.trim())
            }
            EventKind::End { how: End::Done, .. } => {
                format!("{name} is done")
            }
            EventKind::End { how, .. } => {
                format!("{name} is {}", words::end(*how))
            }
            _ => format!("{name} goes on"),
        };
        (format!("{text}{}", at_line(line)), line)
    }
}

//! Sentences in asyncio's own words: a task has turns of the loop, and an
//! exception is thrown into it where Tokio drops a future.

use super::Narrator;
use crate::words::{self, list};
use crate::{By, End, EventKind};

impl Narrator<'_> {
    /// A turn begins, and with it what is thrown in.
    pub(super) fn turn(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let state = self.lane(lane);
        let polled = state.last_poll.is_some();
        let name = self.name(lane);
        if let Some(EventKind::Thrown {
            lane: l,
            what,
            site,
        }) = self.kind(at + 1)
            && *l == lane
        {
            let first = if polled { "a turn" } else { "its first turn" };
            let line = self.at_line(*site);
            let text =
                format!("{name} has {first}: {what} is thrown in{line}.");
            return (text, self.line(*site), at + 2);
        }
        let why = match polled {
            false if lane == 0 => "begins: its first turn".to_owned(),
            false => "has its first turn: it begins to run".to_owned(),
            true if state.woken.is_some() => {
                format!("has a turn: {}", self.cause(at, lane))
            }
            true => "has a turn".to_owned(),
        };
        let stop = self.stop(lane);
        let line = stop.and_then(|stop| self.line(stop.site));
        match self.kind(at + 1) {
            Some(EventKind::Acquired { lane: l, .. }) if *l == lane => {
                let (got, to) = self.acquired(at + 1, line);
                (format!("{name} {why}, and it {got}."), line, to)
            }
            _ => (format!("{name} {why}."), line, at + 1),
        }
    }

    /// Cancellations that one lane, or the loop, asks for in a row.
    pub(super) fn cancels(
        &self,
        at: usize,
        by: By,
    ) -> (String, Option<u32>, usize) {
        let mut names = Vec::new();
        let mut sites = Vec::new();
        let mut to = at;
        loop {
            match self.kind(to) {
                Some(EventKind::Cancel { lane, by: b, site }) if *b == by => {
                    names.push(self.name(*lane));
                    sites.push(*site);
                }
                // Whoever waits is woken for it.
                Some(EventKind::Wake { lane, by: b, .. })
                    if *b == by
                        && matches!(self.kind(to - 1),
                            Some(EventKind::Cancel { lane: l, .. })
                                if l == lane) => {}
                _ => break,
            }
            to += 1;
        }
        let lines = self.at_lines(&sites);
        let its = if names.len() == 1 { "its" } else { "their" };
        let names = list(&names);
        let text = match by {
            By::Lane(by) => format!(
                "{} cancels {names}{lines}: the exception comes with {its} \
                 next turn.",
                self.name(by)
            ),
            By::Timer => format!(
                "The deadline is over: it cancels {names}, and the exception \
                 comes with {its} next turn."
            ),
            _ if self.lane(0).ended.is_some() => format!(
                "{} is over: asyncio.run() cancels {names}.",
                self.name(0)
            ),
            _ => format!("The loop cancels {names}."),
        };
        let line = sites.first().and_then(|site| self.line(*site));
        (text, line, to)
    }

    pub(super) fn thrown(
        &self,
        at: usize,
        lane: u32,
        what: &str,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let name = self.name(lane);
        let line = self.at_line(site);
        let text = format!("{what} is thrown into {name}{line}.");
        (text, self.line(site), at + 1)
    }

    pub(super) fn handler(
        &self,
        at: usize,
        lane: u32,
        what: &str,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let name = self.name(lane);
        let line = self.at_line(site);
        let text = format!("The `{what}` of {name} runs{line}.");
        (text, self.line(site), at + 1)
    }

    /// A coroutine is told of when it is thrown away: before, nobody knew.
    pub(super) fn never_awaited(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let name = self.name(lane);
        let site = self.run.lanes[lane as usize].site;
        let made = match self.line(site) {
            Some(line) => format!(", called in line {line},"),
            None => String::new(),
        };
        let text = format!(
            "The coroutine {name}{made} is thrown away: nobody has awaited it."
        );
        let is_end = |at| {
            matches!(self.kind(at), Some(EventKind::End { lane: l, .. })
                if *l == lane)
        };
        let to = if is_end(at + 1) { at + 2 } else { at + 1 };
        (text, self.line(site), to)
    }

    /// How a task ends.
    pub(super) fn ended(&self, lane: u32, how: End, message: &str) -> String {
        let name = self.name(lane);
        match how {
            End::Aborted => {
                format!("{name} is cancelled: it has let the exception through")
            }
            End::Error => format!("{name} is ended by an exception{message}"),
            how => format!("{name} is {}{message}", words::end(how)),
        }
    }
}

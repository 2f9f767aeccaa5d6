//! Sentences about what lanes share: permits, locks, slots, values.

use super::Narrator;
use crate::EventKind;
use crate::words::{self, list};

impl Narrator<'_> {
    /// What a lane gets with the event `at`. The sentence is about a line
    /// already, perhaps.
    pub(super) fn acquired(
        &self,
        at: usize,
        about: Option<u32>,
    ) -> (String, usize) {
        let Some(&EventKind::Acquired {
            resource, n, site, ..
        }) = self.kind(at)
        else {
            return (String::new(), at + 1);
        };
        let (one, many) = self.unit(resource);
        let got = match (one, n) {
            _ if self.is_rw(resource) && n > 1 => {
                format!("gets {} to write", words::lock(self.run, resource))
            }
            _ if self.is_rw(resource) => {
                format!("gets {} to read", words::lock(self.run, resource))
            }
            ("lock", _) => format!("gets {}", words::lock(self.run, resource)),
            (one, 1) => format!("gets a {one}{}", self.which(resource)),
            _ => format!("gets {n} {many}{}", self.which(resource)),
        };
        let line = match self.line(site) == about {
            true => String::new(),
            false => self.at_line(site),
        };
        match self.kind(at + 1) {
            Some(EventKind::Sent { value, .. }) => {
                let value = words::item(value);
                (format!("{got} and sends {value}{line}"), at + 2)
            }
            _ => (format!("{got}{line}"), at + 1),
        }
    }

    /// Of which semaphore, in which channel, where there are several.
    fn which(&self, resource: u32) -> String {
        match self.unit(resource).0 {
            "permit" => words::of_semaphore(self.run, resource),
            "slot" => words::of_channel(self.run, resource, words::Side::In),
            _ => String::new(),
        }
    }

    pub(super) fn released(
        &self,
        at: usize,
        lane: u32,
        resource: u32,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let (mut n, mut is_added) = (0, false);
        let mut given: Vec<(u32, u32)> = Vec::new();
        let mut next = at;
        // One call may hand on some and free the rest.
        while let Some(EventKind::Released {
            lane: l,
            resource: r,
            n: more,
            added,
            to,
            site: s,
        }) = self.kind(next)
            && (*l, *r, *s) == (lane, resource, site)
            && (next == at || n == 0 || *added == is_added)
        {
            n = more.saturating_add(n);
            is_added = *added;
            given.extend(to.map(|to| (to, *more)));
            next += 1;
            if self.unit(resource).0 == "slot" {
                break;
            }
        }
        let mut woken: Vec<u32> = Vec::new();
        while let Some(EventKind::Wake { lane: l, .. }) = self.kind(next)
            && given.iter().any(|given| given.0 == *l)
        {
            woken.push(*l);
            next += 1;
        }
        let what = self.given(resource, n, is_added);
        let slot = self.unit(resource).0 == "slot";
        let at_line = self.at_line(site);
        let taken = self.kind(next).and_then(|kind| match kind {
            EventKind::Received { lane: l, value, .. } if *l == lane => {
                Some(words::item(value))
            }
            _ => None,
        });
        let what = match taken.filter(|_| slot) {
            Some(value) => {
                next += 1;
                // A slot that somebody waits for never becomes free.
                let free = match given.is_empty() {
                    true => ": a slot is free",
                    false => "",
                };
                let side = words::Side::Out;
                let from = words::of_channel(self.run, resource, side);
                let of = from.replace(" from ", " of ");
                format!("takes {value} out{of}{at_line}{free}.")
            }
            None => format!("{what}{at_line}."),
        };
        let name = match self.lane(lane).ended.is_some() {
            true => format!("The drop of {}", self.name(lane)),
            false => self.name(lane).to_owned(),
        };
        let goes = self.goes(resource, n, &given, &woken);
        (format!("{name} {what}{goes}"), self.line(site), next)
    }

    /// Who gets what is given back, and who of them is woken.
    fn goes(
        &self,
        resource: u32,
        n: u32,
        given: &[(u32, u32)],
        woken: &[u32],
    ) -> String {
        let (one, many) = self.unit(resource);
        let handed: u32 = given.iter().map(|given| given.1).sum();
        let names = |ids: &mut dyn Iterator<Item = u32>| {
            let names: Vec<&str> = ids.map(|id| self.name(id)).collect();
            list(&names)
        };
        let mut waiting = given.iter().map(|given| given.0);
        let mut waiting = waiting
            .by_ref()
            .filter(|id| !woken.contains(id))
            .collect::<Vec<_>>()
            .into_iter();
        let what = match (one, n) {
            ("slot", _) => "The slot goes".to_owned(),
            ("lock", _) | (_, 1) => "It goes".to_owned(),
            _ if handed == n => "They go".to_owned(),
            _ if handed == 1 => format!("One {one} goes"),
            _ => format!("{handed} {many} go"),
        };
        match (given, woken) {
            ([], _) => String::new(),
            (_, []) if one == "lock" => {
                format!(" {} still waits.", names(&mut waiting))
            }
            (_, []) if one == "permit" => format!(
                " {what} to {}, which still waits for more.",
                names(&mut waiting)
            ),
            (_, []) => format!(" {what} to {}.", names(&mut waiting)),
            (_, [_]) => format!(
                " {what} to {}, which is woken.",
                names(&mut woken.iter().copied())
            ),
            _ => format!(
                " {what} to {}, which are woken.",
                names(&mut woken.iter().copied())
            ),
        }
    }

    /// What a lane does that gives back or adds `n` of a resource.
    pub(super) fn given(&self, resource: u32, n: u32, added: bool) -> String {
        let (one, many) = self.unit(resource);
        match (one, n) {
            ("slot", _) => format!("frees a slot{}", self.which(resource)),
            ("lock", _) => {
                format!("gives {} back", words::lock(self.run, resource))
            }
            (one, 1) if added => {
                format!("adds a {one}{}", self.which(resource))
            }
            _ if added => format!("adds {n} {many}{}", self.which(resource)),
            (one, 1) => {
                format!("gives a {one}{} back", self.which(resource))
            }
            _ => format!("gives {n} {many}{} back", self.which(resource)),
        }
    }

    /// Values that a lane sends without waiting, one after the other.
    pub(super) fn sent(
        &self,
        at: usize,
        lane: u32,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let mut values: Vec<&str> = Vec::new();
        let mut to = at;
        while let Some(EventKind::Sent {
            lane: l,
            value,
            site: s,
            ..
        }) = self.kind(to)
            && (*l, *s) == (lane, site)
        {
            values.push(words::item(value));
            to += 1;
        }
        let more;
        if values.len() > 6 {
            more = format!("{} more", values.len() - 3);
            values.truncate(3);
            values.push(&more);
        }
        let (name, at_line) = (self.name(lane), self.at_line(site));
        let text = format!("{name} sends {}{at_line}", list(&values));
        self.and_wakes(to - 1, lane, text, site)
    }

    pub(super) fn received(
        &self,
        lane: u32,
        resource: Option<u32>,
        value: &str,
    ) -> String {
        let name = self.name(lane);
        match (value, resource) {
            ("None", _) => {
                format!("{name} gets None: the channel is closed and empty.")
            }
            (_, None) if value.starts_with("Err(") => {
                format!("{name} gets {value}.")
            }
            (_, None) => format!("{name} receives {}.", words::item(value)),
            _ => format!("{name} takes {} out.", words::item(value)),
        }
    }
}

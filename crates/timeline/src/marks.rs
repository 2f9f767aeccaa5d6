//! What has no length: polls, printed lines, wakes, ends.

use std::collections::BTreeMap;

use crate::draw::{Drawer, MOST_MARKS};
use crate::model::{Segment, Wake};
use crate::shapes::{self, BAR};
use crate::{By, Event, EventKind};

impl Drawer<'_> {
    pub fn polls(&mut self) {
        let marks = self.apart(&self.model.polls);
        let dense = marks.len() > MOST_MARKS;
        for (lane, marks) in marks_by_lane(&marks) {
            let Some(y) = self.y(lane) else { continue };
            let top = y - BAR / 2.0;
            if dense {
                shapes::polls(&mut self.plot, top, marks.iter().map(|m| m.0));
                continue;
            }
            for (x, at) in marks {
                let step = self.scale.step_of(at);
                let to = self.scale.event(self.poll_end(lane, at));
                shapes::poll(&mut self.plot, (x, to), top, step);
            }
        }
        for (lane, x, at) in self.apart(&self.model.outs) {
            if let Some(y) = self.y(lane) {
                let step = self.scale.step_of(at);
                shapes::out(&mut self.plot, x, y, step);
            }
        }
    }

    /// The event that ends the poll which begins with event `at`.
    fn poll_end(&self, lane: u32, at: usize) -> usize {
        let ends = |event: &Event| match &event.kind {
            EventKind::Pending { lane: one } => *one == lane,
            EventKind::End { lane: one, .. } => *one == lane,
            _ => false,
        };
        let rest = self.run.events.get(at..).unwrap_or_default();
        at + rest.iter().position(ends).unwrap_or(0)
    }

    /// Lane, position and event of marks; those that would lie on each other
    /// are one mark.
    pub fn apart(&self, marks: &[(u32, usize)]) -> Vec<(u32, f64, usize)> {
        let mut last: BTreeMap<u32, f64> = BTreeMap::new();
        let mut apart = Vec::new();
        for &(lane, at) in marks {
            let x = self.scale.event(at);
            let before = last.get(&lane);
            if before.is_none_or(|before| x - before >= 1.0) {
                last.insert(lane, x);
                apart.push((lane, x, at));
            }
        }
        apart
    }

    /// The segments to draw. Where there are very many, equal ones that
    /// follow each other closely are one bar.
    pub fn segments(&self) -> Vec<Segment> {
        let mut segments = self.model.segments.clone();
        if segments.len() <= MOST_MARKS {
            return segments;
        }
        segments.sort_by_key(|segment| (segment.lane, segment.from));
        segments.dedup_by(|next, before| {
            let gap = self.scale.event(next.from) - self.scale.event(before.to);
            let same = next.lane == before.lane
                && self.state(next).0 == self.state(before).0
                && gap < 2.0;
            if same {
                before.to = next.to;
            }
            same
        });
        segments
    }

    pub fn wake(&mut self, wake: &Wake) {
        let By::Lane(by) = wake.by else { return };
        let (Some(from), Some(to)) = (self.y(by), self.y(wake.lane)) else {
            return;
        };
        if by != wake.lane {
            let x = self.scale.event(wake.at);
            let step = self.scale.step_of(wake.at);
            shapes::arrow(&mut self.plot, x, from, to, step);
        }
    }

    pub fn ends(&mut self) {
        for &(lane, at, how) in &self.model.ends {
            if let Some(y) = self.y(lane) {
                let x = self.scale.event(at);
                let step = self.scale.step_of(at);
                shapes::end(&mut self.plot, x, y, how, step);
            }
        }
    }
}

fn marks_by_lane(
    marks: &[(u32, f64, usize)],
) -> BTreeMap<u32, Vec<(f64, usize)>> {
    let mut by_lane: BTreeMap<u32, Vec<(f64, usize)>> = BTreeMap::new();
    for &(lane, x, at) in marks {
        by_lane.entry(lane).or_default().push((x, at));
    }
    by_lane
}

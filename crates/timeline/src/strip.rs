//! The strips above the lanes: how many permits are free, what a channel
//! holds.

use std::fmt::Write as _;

use crate::draw::{Drawer, STRIP};
use crate::escape;
use crate::model::Level;
use crate::shapes::{self, n};
use crate::words;
use crate::{ResourceKind, Run};

/// A lock that many may read has more permits than anyone can draw.
const MOST_CAPACITY: u32 = 1000;

pub fn drawn(run: &Run, id: u32, levels: &[Level]) -> bool {
    run.resources.get(id as usize).is_some_and(|resource| {
        let few = resource.capacity.is_some_and(|n| n <= MOST_CAPACITY);
        (few || resource.kind == ResourceKind::RwLock) && levels.len() > 1
    })
}

pub fn name(run: &Run, id: u32) -> String {
    let resource = &run.resources[id as usize];
    match resource.kind {
        ResourceKind::Channel => {
            match words::of_channel(run, id, words::Side::In) {
                which if which.is_empty() => "in the channel".to_owned(),
                which => which.trim_start().to_owned(),
            }
        }
        ResourceKind::Mutex | ResourceKind::RwLock => words::lock(run, id),
        _ => words::resource(run, id),
    }
}

impl Drawer<'_> {
    pub fn strips(&mut self) {
        let last = self.run.events.len().saturating_sub(1);
        let strips = std::mem::take(&mut self.strips);
        for (i, (id, levels)) in strips.iter().enumerate() {
            let y = 6.0 + STRIP * i as f64;
            let name = name(self.run, *id);
            let place = (6.0, self.names, y + 11.0);
            shapes::name(&mut self.names_svg, place, &name, " tl-strip", None);
            for (level, to) in self.seen_levels(*id, levels, last) {
                let (from, to) =
                    (self.scale.event(level.at), self.scale.event(to));
                let labels = self.level_labels(*id, level);
                let none = if level.state.free == 0 {
                    " tl-none"
                } else {
                    ""
                };
                let _ = write!(
                    self.plot,
                    "<rect class=\"tl-level{none}\" x=\"{}\" y=\"{}\" \
                     width=\"{}\" height=\"22\" data-step=\"{}\">\
                     <title>{}</title></rect>",
                    n(from),
                    n(y),
                    n(to - from),
                    self.scale.step_of(level.at),
                    escape(&labels[0])
                );
                self.label(&labels, from, to, y + 11.0, "tl-label");
            }
        }
        self.strips = strips;
    }

    /// The levels that last, each with the event at its end; equal ones that
    /// follow each other are one.
    fn seen_levels<'l>(
        &self,
        id: u32,
        levels: &'l [Level],
        last: usize,
    ) -> Vec<(&'l Level, usize)> {
        let mut seen: Vec<(&Level, usize)> = Vec::new();
        for (i, level) in levels.iter().enumerate() {
            let to = levels.get(i + 1).map_or(last, |next| next.at);
            if self.scale.event(to) - self.scale.event(level.at) < 1.0 {
                continue;
            }
            let label = self.level_labels(id, level);
            match seen.last_mut() {
                Some((before, end))
                    if self.level_labels(id, before) == label =>
                {
                    *end = to;
                }
                _ => seen.push((level, to)),
            }
        }
        seen
    }

    fn level_labels(&self, id: u32, level: &Level) -> Vec<String> {
        let free = match level.state.free {
            0 => "none free".to_owned(),
            free => format!("{free} free"),
        };
        match self.run.resources[id as usize].kind {
            ResourceKind::Channel => {
                let values = level.state.values.join(" ");
                match (level.state.values.len(), level.state.free) {
                    (0, _) => vec!["empty".to_owned()],
                    (n, 0) => {
                        vec![format!("{values}   full"), values, format!("{n}")]
                    }
                    (n, _) => vec![values, format!("{n}")],
                }
            }
            ResourceKind::RwLock => {
                let all = self.run.resources[id as usize].capacity;
                vec![match level.state.held {
                    0 => "free".to_owned(),
                    n if Some(n) >= all => "one writes".to_owned(),
                    1 => "one reads".to_owned(),
                    n => format!("{n} read"),
                }]
            }
            ResourceKind::Mutex => {
                let held = if level.state.free == 0 {
                    "held"
                } else {
                    "free"
                };
                vec![held.to_owned()]
            }
            _ => vec![free, format!("{}", level.state.free)],
        }
    }
}

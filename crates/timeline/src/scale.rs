//! Where a step stands on the axis. Instants are as far apart as their times,
//! and an instant is as wide as its steps need: on the paused clock all that
//! happens at one instant takes no time, and still happens in an order.

use std::collections::BTreeMap;

use crate::Run;
use crate::steps::Step;
use crate::words::time;

/// What runs on one ruler have in common: when something happens, and how many
/// steps an instant has in the run that has the most.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Instants {
    steps: BTreeMap<u64, usize>,
    end: u64,
}

impl Instants {
    pub fn of(run: &Run, steps: &[Step]) -> Self {
        let mut instants = Self {
            end: run.end,
            ..Self::default()
        };
        for step in steps {
            *instants.steps.entry(step.t).or_default() += 1;
            instants.end = instants.end.max(step.t);
        }
        instants
    }

    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (t, steps) in &other.steps {
            let most = self.steps.entry(*t).or_default();
            *most = (*most).max(*steps);
        }
        self.end = self.end.max(other.end);
        self
    }

    fn count(&self) -> usize {
        self.steps.values().sum()
    }
}

/// Left and right of the plot there is room for marks and arrows.
const LEFT: f64 = 10.0;
const RIGHT: f64 = 30.0;
/// The least and the greatest distance of two steps, in SVG units.
const LEAST: f64 = 3.0;
const GREATEST: f64 = 15.0;
/// The distance of two steps where no time passes, at most.
const WIDEST: f64 = 48.0;
/// Beyond so many steps, they share what these have.
const MOST_STEPS: f64 = 2400.0;
/// The parts of a plot that steps may take, and that time takes at least.
const FOR_STEPS: f64 = 0.6;
const FOR_TIME: f64 = 0.3;

pub struct Scale {
    /// The step of each event.
    step_of: Vec<usize>,
    /// The position of each step.
    x: Vec<f64>,
    instants: Vec<Instant>,
    pub width: f64,
}

/// A moment in which something happens.
pub struct Instant {
    pub from: f64,
    pub to: f64,
    /// Where there is room for it.
    pub label: Option<String>,
}

impl Scale {
    /// `room` is the width of the plot where there are no constraints.
    pub fn new(run: &Run, steps: &[Step], ruler: &Instants, room: f64) -> Self {
        let mut step_of = vec![0; run.events.len()];
        for (i, step) in steps.iter().enumerate() {
            step_of[step.from..step.to].fill(i);
        }
        let inner = room - LEFT - RIGHT;
        let count = ruler.count().max(1) as f64;
        let least = LEAST * (MOST_STEPS / count).min(1.0);
        let (slot, for_time) = match ruler.end {
            0 => ((inner / count).clamp(least, WIDEST), 0.0),
            _ => {
                let slot = (FOR_STEPS * inner / count).clamp(least, GREATEST);
                (slot, (inner - slot * count).max(FOR_TIME * inner))
            }
        };
        let mut begins = BTreeMap::new();
        let mut before = 0;
        for (t, steps) in &ruler.steps {
            let passed = *t as f64 / (ruler.end as f64).max(1.0);
            let x = LEFT + for_time * passed + slot * before as f64;
            begins.insert(*t, (x, x + slot * *steps as f64));
            before += steps;
        }
        let mut x: Vec<f64> = Vec::with_capacity(steps.len());
        let mut seen: Vec<(u64, usize)> = Vec::new();
        for step in steps {
            match seen.last_mut() {
                Some((t, n)) if *t == step.t => *n += 1,
                _ => seen.push((step.t, 0)),
            }
            let place = seen.last().map_or(0, |(_, n)| *n);
            let (from, _) = begins.get(&step.t).copied().unwrap_or_default();
            x.push(from + slot * place as f64);
        }
        let width = (LEFT + for_time + slot * count + RIGHT).max(room);
        let places = seen.iter().filter_map(|(t, _)| {
            let (from, to) = *begins.get(t)?;
            Some((*t, from, to))
        });
        let instants = labeled(places.collect(), width - 4.0);
        Self {
            step_of,
            x,
            instants,
            width,
        }
    }

    pub fn step_of(&self, event: usize) -> usize {
        self.step_of.get(event).copied().unwrap_or(0)
    }

    /// The position of a step.
    pub fn step(&self, step: usize) -> f64 {
        let last = self.x.last().copied().unwrap_or(LEFT);
        self.x.get(step).copied().unwrap_or(last)
    }

    /// The position of an event.
    pub fn event(&self, event: usize) -> f64 {
        self.step(self.step_of(event))
    }

    pub fn instants(&self) -> &[Instant] {
        &self.instants
    }
}

/// The first and the last instant have their labels always, and the unit.
fn labeled(places: Vec<(u64, f64, f64)>, right: f64) -> Vec<Instant> {
    let last = places.len().saturating_sub(1);
    let label = |i: usize, t: u64| {
        let text = time(t);
        let short = i != 0 && i != last;
        match text.strip_suffix(" ms") {
            Some(number) if short => number.to_owned(),
            _ => text,
        }
    };
    let half = |label: &str| label.chars().count() as f64 * 3.7 + 4.0;
    // A label at the edge is moved into the drawing.
    let middle = |from: f64, to: f64, half: f64| {
        f64::midpoint(from, to).clamp(half, (right - half).max(half))
    };
    let end = places.last().map(|(t, from, to)| {
        let half = half(&label(last, *t));
        middle(*from, *to, half) - half
    });
    let mut taken = f64::MIN;
    let mut instants = Vec::new();
    for (i, (t, from, to)) in places.into_iter().enumerate() {
        let label = label(i, t);
        let half = half(&label);
        let at = middle(from, to, half);
        let free = at - half >= taken
            && (i == 0 || i == last || end.is_none_or(|end| at + half <= end));
        if free {
            taken = at + half;
        }
        instants.push(Instant {
            from,
            to,
            label: free.then_some(label),
        });
    }
    instants
}

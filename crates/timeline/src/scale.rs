//! Where an event stands on the horizontal axis.

use crate::Run;
use crate::steps::Step;
use crate::words::time;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Axis {
    /// In proportion to the clock; the axis ends at this time, in
    /// microseconds.
    Time { end: u64 },
    /// Every step equally wide: on the paused clock polls take no time.
    Steps,
}

/// Left and right of the plot there is room for marks and arrows.
const LEFT: f64 = 10.0;
const RIGHT: f64 = 30.0;
/// The least distance of two steps, in SVG units.
const STEP: f64 = 13.0;

pub struct Scale<'a> {
    run: &'a Run,
    axis: Axis,
    /// The step of each event.
    step_of: Vec<usize>,
    steps: usize,
    pub width: f64,
}

impl<'a> Scale<'a> {
    /// `most`: the steps of the longest run on the same ruler. `room` is the
    /// width of the plot where there are no constraints.
    pub fn new(
        run: &'a Run,
        steps: &[Step],
        most: usize,
        axis: Axis,
        room: f64,
    ) -> Self {
        let mut step_of = vec![0; run.events.len()];
        for (i, step) in steps.iter().enumerate() {
            step_of[step.from..step.to].fill(i);
        }
        let axis = match axis {
            Axis::Time { end: 0 } => Axis::Steps,
            axis => axis,
        };
        let count = steps.len().max(most);
        let needed = LEFT + RIGHT + STEP * count as f64;
        let width = match axis {
            Axis::Time { .. } => room,
            Axis::Steps => room.max(needed),
        };
        Self {
            run,
            axis,
            step_of,
            steps: count,
            width,
        }
    }

    pub fn step_of(&self, event: usize) -> usize {
        self.step_of.get(event).copied().unwrap_or(0)
    }

    /// The position of an event.
    pub fn event(&self, event: usize) -> f64 {
        match self.axis {
            Axis::Time { .. } => {
                self.time(self.run.events.get(event).map_or(0, |e| e.t))
            }
            Axis::Steps => self.step(self.step_of(event)),
        }
    }

    fn time(&self, t: u64) -> f64 {
        let Axis::Time { end } = self.axis else {
            return LEFT;
        };
        LEFT + (self.width - LEFT - RIGHT) * t as f64 / end as f64
    }

    /// The position of a step, on the step axis.
    fn step(&self, step: usize) -> f64 {
        let room = self.width - LEFT - RIGHT;
        let last = self.steps.saturating_sub(1).max(1);
        LEFT + room * step as f64 / last as f64
    }

    /// Grid lines with their labels, where a label has room.
    pub fn ticks(&self) -> Vec<(f64, Option<String>)> {
        let mut marks: Vec<(f64, u64)> = Vec::new();
        for (i, event) in self.run.events.iter().enumerate() {
            if marks.last().is_none_or(|mark| mark.1 != event.t) {
                marks.push((self.event(i), event.t));
            }
        }
        let last = marks.len().saturating_sub(1);
        let label = |i: usize, t: u64| {
            let text = time(t);
            let short = i != 0 && i != last;
            match text.strip_suffix(" ms") {
                Some(number) if short => number.to_owned(),
                _ => text,
            }
        };
        let half = |label: &str| label.chars().count() as f64 * 3.7 + 4.0;
        let end = marks.last().map(|(x, t)| x - half(&label(last, *t)));
        let mut taken = f64::MIN;
        let mut ticks = Vec::new();
        for (i, (x, t)) in marks.iter().enumerate() {
            let label = label(i, *t);
            let (from, to) = (x - half(&label), x + half(&label));
            let free = from >= taken
                && (i == 0 || i == last || end.is_none_or(|end| to <= end));
            if free {
                taken = to;
            }
            ticks.push((*x, free.then_some(label)));
        }
        ticks
    }
}

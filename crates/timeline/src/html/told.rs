//! A run, read once, and the ruler on which several runs are drawn.

use crate::Run;
use crate::draw::{self, Drawing, Frame};
use crate::model::Model;
use crate::scale::Axis;
use crate::steps::{Step, steps};
use crate::words::time;

/// A run with everything that is read from it once.
pub struct Told<'a> {
    pub run: &'a Run,
    pub model: Model,
    pub steps: Vec<Step>,
}

impl<'a> Told<'a> {
    pub fn of(run: &'a Run) -> Self {
        Self {
            run,
            model: Model::new(run),
            steps: steps(run),
        }
    }

    pub fn frame(&self) -> Frame {
        Frame::of(self.run, &self.steps)
    }

    pub fn draw(
        &self,
        axis: Axis,
        frame: Frame,
        id: &str,
        title: &str,
    ) -> Drawing {
        let Self { run, model, steps } = self;
        draw::draw(run, model, steps, (axis, frame), id, title)
    }

    pub fn summary(&self) -> String {
        let total = time(self.run.end);
        match self.model.peak(self.run) {
            0 => format!("{total} in all"),
            1 => format!("{total} in all, never more than one at once"),
            peak => {
                format!("{total} in all, never more than {peak} at once")
            }
        }
    }
}

/// What the runs of one figure have in common where they are compared.
#[derive(Clone, Copy)]
pub struct Ruler {
    end: u64,
    frame: Frame,
}

impl Ruler {
    pub fn of(told: &[Told<'_>]) -> Self {
        let frames = told.iter().map(Told::frame);
        Self {
            end: told.iter().map(|one| one.run.end).max().unwrap_or(0),
            frame: frames.fold(Frame::default(), Frame::with),
        }
    }

    pub fn draw(&self, one: &Told<'_>, id: &str, title: &str) -> Drawing {
        one.draw(Axis::Time { end: self.end }, self.frame, id, title)
    }
}

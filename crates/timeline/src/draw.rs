//! Draws one run as SVG: names and states at the left, the plot beside them.
//!
//! Colors come from CSS custom properties (`theme/timeline.css`); patterns and
//! words carry the meaning as well.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::escape;
use crate::model::{self, Model};
use crate::scale::{Instants, Scale};
use crate::shapes::{BAR, Text, n};
use crate::states::{self, States};
use crate::steps::Step;
use crate::{By, LaneKind, Run, output, rows, shapes, strip};

/// The height of a row, in SVG units.
pub const ROW: f64 = 32.0;
pub(crate) const STRIP: f64 = 30.0;
/// More lanes than this are not drawn; the figure says how many are left.
const MOST_LANES: usize = 40;
/// More polls and arrows than this would hide each other.
pub(crate) const MOST_MARKS: usize = 600;

pub struct Drawing {
    /// Two `<svg>` elements: names with states, and plot.
    pub svg: String,
    /// Where each step stands in the plot, in SVG units.
    pub x: Vec<f64>,
    pub width: f64,
    pub height: f64,
    /// The vertical extent of the lanes.
    pub top: f64,
    pub bottom: f64,
    /// Where the first row of the lanes begins.
    pub first: f64,
}

/// Names, states and plot are so wide together, in SVG units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    #[default]
    Page,
    /// A phone: the state stands under the name.
    Phone,
}

/// What drawings need in common to stand on one ruler: columns as wide as the
/// widest, and instants as wide as those with the most steps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    size: Size,
    names: f64,
    states: f64,
    instants: Instants,
}

impl Frame {
    pub fn of(run: &Run, model: &Model, steps: &[Step]) -> Self {
        let (rows, strips) = (shown_rows(run).0, shown_strips(run));
        let short = rows::Names::new(run).short;
        let states = states::states(run, model, steps, &rows);
        Self {
            size: Size::Page,
            names: name_width(run, &short, &rows, &strips),
            states: state_width(&states),
            instants: Instants::of(run, steps),
        }
    }

    #[must_use]
    pub fn with(self, other: &Self) -> Self {
        Self {
            size: self.size,
            names: self.names.max(other.names),
            states: self.states.max(other.states),
            instants: self.instants.with(&other.instants),
        }
    }

    #[must_use]
    pub fn sized(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// The widths of the names and of the states.
    fn columns(&self) -> (f64, f64) {
        match self.size {
            Size::Page => (self.names, self.states),
            Size::Phone => (self.names.max(self.states + 18.0).min(118.0), 0.0),
        }
    }

    fn plot(&self) -> f64 {
        let (names, states) = self.columns();
        match self.size {
            Size::Page => 740.0 - names - states,
            Size::Phone => 332.0 - names,
        }
    }
}

pub(crate) struct Drawer<'a> {
    pub run: &'a Run,
    pub model: &'a Model,
    pub scale: Scale,
    size: Size,
    /// Makes the ids of patterns unique on the page.
    pub id: &'a str,
    title: &'a str,
    rows: Rows,
    /// For each lane the one that leads its row.
    row_of: Vec<u32>,
    /// What the lanes are called, in a sentence and beside their row.
    pub called: Vec<String>,
    short: Vec<String>,
    hidden: usize,
    pub strips: Strips,
    pub lines: Vec<output::Printed>,
    states: States,
    pub names: f64,
    states_width: f64,
    pub names_svg: String,
    pub plot: String,
}

/// Draws a run. `id` must be unique on the page.
pub fn draw(
    run: &Run,
    model: &Model,
    steps: &[Step],
    frame: &Frame,
    id: &str,
    title: &str,
) -> Drawing {
    let (rows, hidden) = shown_rows(run);
    let called = rows::Names::new(run);
    let (names, states_width) = frame.columns();
    let scale = Scale::new(run, steps, &frame.instants, frame.plot());
    let x = (0..steps.len()).map(|step| scale.step(step)).collect();
    let mut drawer = Drawer {
        run,
        model,
        states: states::states(run, model, steps, &rows),
        lines: output::printed(run, model),
        scale,
        size: frame.size,
        id,
        title,
        rows,
        row_of: rows::row_of(run),
        called: called.full,
        short: called.short,
        hidden,
        strips: shown_strips(run),
        names,
        states_width,
        names_svg: String::new(),
        plot: String::new(),
    };
    drawer.all();
    drawer.finish(x)
}

type Rows = Vec<(u32, usize)>;
type Strips = Vec<(u32, Vec<model::Level>)>;

/// The rows that are drawn, and how many are not.
pub fn shown_rows(run: &Run) -> (Rows, usize) {
    let mut rows = rows::rows(run);
    let hidden = rows.len().saturating_sub(MOST_LANES);
    rows.truncate(MOST_LANES);
    (rows, hidden)
}

fn shown_strips(run: &Run) -> Strips {
    model::levels(run)
        .into_iter()
        .filter(|(id, levels)| strip::drawn(run, *id, levels))
        .collect()
}

fn name_width(
    run: &Run,
    short: &[String],
    rows: &[(u32, usize)],
    strips: &[(u32, Vec<model::Level>)],
) -> f64 {
    let rows = rows.iter().map(|(lane, depth)| {
        let name = &short[*lane as usize];
        // The first lane's name is bold.
        let bold = if *lane == 0 { 1.15 } else { 1.0 };
        Text::Name.width(name) * bold + shapes::INDENT * *depth as f64
    });
    let strips = strips
        .iter()
        .map(|(id, _)| Text::Name.width(&strip::name(run, *id)));
    let widest = rows.chain(strips).fold(40.0, f64::max);
    (widest + 14.0).clamp(64.0, 180.0)
}

fn state_width(states: &States) -> f64 {
    let words = states.iter().flatten();
    let widest = words.map(|(_, word)| Text::Label.width(&word.text));
    (widest.fold(30.0, f64::max) + 12.0).min(120.0)
}

impl Drawer<'_> {
    fn top(&self) -> f64 {
        10.0 + STRIP * self.strips.len() as f64
    }

    /// Where the lanes end.
    pub fn floor(&self) -> f64 {
        self.top() + ROW * self.rows.len() as f64
    }

    fn bottom(&self) -> f64 {
        let output = if self.lines.is_empty() { 0.0 } else { STRIP };
        self.floor() + output
    }

    fn height(&self) -> f64 {
        self.bottom() + if self.hidden > 0 { 42.0 } else { 24.0 }
    }

    /// The row of a lane, if it is drawn.
    fn row(&self, lane: u32) -> Option<usize> {
        let lane = *self.row_of.get(lane as usize)?;
        self.rows.iter().position(|(id, _)| *id == lane)
    }

    fn middle(&self, row: usize) -> f64 {
        self.top() + ROW * row as f64 + ROW / 2.0
    }

    /// The middle of a lane, if the lane is drawn.
    pub fn y(&self, lane: u32) -> Option<f64> {
        self.row(lane).map(|row| self.middle(row))
    }

    fn all(&mut self) {
        self.strips();
        self.lanes();
        self.grid();
        for segment in self.segments() {
            self.segment(&segment);
        }
        self.polls();
        self.output();
        let wakes: Vec<_> = self.model.wakes.clone();
        let mut seen = BTreeSet::new();
        for wake in wakes {
            // Equal arrows at one place are one arrow.
            let x = self.scale.event(wake.at).round() as i64;
            let by = matches!(wake.by, By::Lane(_)).then_some(wake.by);
            let from = by.map(|by| format!("{by:?}"));
            if seen.len() < MOST_MARKS && seen.insert((x, from, wake.lane)) {
                self.wake(&wake);
            }
        }
        self.ends();
    }

    /// An instant is a band: its time stands below it, once.
    fn grid(&mut self) {
        let (top, bottom) = (self.top() - 4.0, self.bottom());
        let mut svg = String::new();
        for instant in self.scale.instants() {
            let (from, to) = (instant.from, instant.to);
            let _ = write!(
                svg,
                "<rect class=\"tl-instant\" x=\"{}\" y=\"{}\" width=\"{}\" \
                 height=\"{}\"/>",
                n(from - 2.0),
                n(top),
                n((to - from).max(2.0)),
                n(bottom - top)
            );
            let Some(label) = &instant.label else {
                continue;
            };
            let half = Text::Tick.width(label) / 2.0;
            let right = self.scale.width - 4.0 - half;
            let x = f64::midpoint(from, to)
                .clamp(half + 1.0, right.max(half + 1.0));
            let _ = write!(
                svg,
                "<text class=\"tl-tick\" x=\"{}\" y=\"{}\">{label}</text>",
                n(x),
                n(bottom + 17.0)
            );
        }
        self.plot.push_str(&svg);
        if self.hidden > 0 {
            let _ = write!(
                self.plot,
                "<text class=\"tl-more\" x=\"10\" y=\"{}\">and {} more \
                 lanes, not drawn</text>",
                n(bottom + 35.0),
                self.hidden
            );
        }
    }

    fn lanes(&mut self) {
        // The last row of each depth: where a branch's line begins.
        let mut above: Vec<f64> = Vec::new();
        for (row, (lane, depth)) in self.rows.clone().into_iter().enumerate() {
            let y = self.middle(row);
            let _ = write!(
                self.plot,
                "<rect class=\"tl-lane\" x=\"0\" y=\"{}\" width=\"{}\" \
                 height=\"{}\" data-row=\"{row}\"/>",
                n(y - BAR / 2.0),
                n(self.scale.width),
                n(BAR)
            );
            let one = &self.run.lanes[lane as usize];
            let class = match one.kind {
                LaneKind::Branch | LaneKind::Future => " tl-inner",
                _ if lane == 0 => " tl-main",
                _ => "",
            };
            let state = self.states[row].last().map(|(_, word)| word.clone());
            let (text, name) =
                (&mut self.names_svg, &self.short[lane as usize]);
            let phone = self.size == Size::Phone;
            let up = if phone { 6.0 } else { 0.0 };
            let indent = shapes::INDENT * depth as f64;
            let place = (6.0 + indent, self.names - indent, y - up);
            shapes::name(text, place, name, class, Some(row));
            let place = match phone {
                true => (6.0 + indent, y + 9.0),
                false => (self.names + 4.0, y + 4.0),
            };
            shapes::state(text, place, state.as_ref(), row);
            above.truncate(depth);
            if let (Some(from), true) = (above.last(), depth > 0) {
                shapes::elbow(text, *from, y, depth);
            }
            above.push(y);
        }
    }

    fn finish(self, x: Vec<f64>) -> Drawing {
        let (height, id) = (self.height(), self.id);
        let mut svg = String::new();
        let _ = write!(
            svg,
            "<svg class=\"tl-names\" aria-hidden=\"true\" width=\"{w}\" \
             height=\"{h}\" viewBox=\"0 0 {w} {h}\">{}</svg>",
            self.names_svg,
            w = n(self.names + self.states_width),
            h = n(height)
        );
        let _ = write!(
            svg,
            "<svg class=\"tl-plot\" role=\"img\" aria-labelledby=\"{id}-t\" \
             width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\
             <title id=\"{id}-t\">{}</title>{}{}</svg>",
            escape(self.title),
            shapes::hatch(id),
            self.plot,
            w = n(self.scale.width),
            h = n(height)
        );
        Drawing {
            svg,
            x,
            width: self.scale.width,
            height,
            top: self.top() - 4.0,
            bottom: self.bottom(),
            first: self.top(),
        }
    }
}

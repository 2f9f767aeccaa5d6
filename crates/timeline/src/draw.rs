//! Draws one run as SVG: names at the left, the plot beside them.
//!
//! Colors come from CSS custom properties (`theme/timeline.css`); patterns and
//! words carry the meaning as well.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::escape;
use crate::model::{self, Model, Segment};
use crate::scale::{Axis, Scale};
use crate::shapes::{BAR, Text, n};
use crate::steps::Step;
use crate::walk::Phase;
use crate::words;
use crate::{By, LaneKind, Run, WaitFor, rows, shapes, strip};

/// The width of names and plot together, in SVG units.
const WIDTH: f64 = 740.0;
const ROW: f64 = 32.0;
pub(crate) const STRIP: f64 = 30.0;
/// More lanes than this are not drawn; the figure says how many are left.
const MOST_LANES: usize = 40;
/// More polls and arrows than this would hide each other.
pub(crate) const MOST_MARKS: usize = 600;

pub struct Drawing {
    /// Two `<svg>` elements: names and plot.
    pub svg: String,
    /// Where each step stands in the plot, in SVG units.
    pub x: Vec<f64>,
    pub width: f64,
    pub height: f64,
    /// The vertical extent of the lanes.
    pub top: f64,
    pub bottom: f64,
}

/// What drawings need in common to stand on one ruler: the column of names is
/// as wide as the widest, and where no time passes they have as many steps.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frame {
    names: f64,
    steps: usize,
}

impl Frame {
    pub fn of(run: &Run, steps: &[Step]) -> Self {
        let (rows, strips) = (shown_rows(run).0, shown_strips(run));
        let short = rows::Names::new(run).short;
        Self {
            names: name_width(run, &short, &rows, &strips),
            steps: steps.len(),
        }
    }

    pub fn with(self, other: Self) -> Self {
        Self {
            names: self.names.max(other.names),
            steps: self.steps.max(other.steps),
        }
    }
}

pub(crate) struct Drawer<'a> {
    pub run: &'a Run,
    pub model: &'a Model,
    pub scale: Scale<'a>,
    /// Makes the ids of patterns unique on the page.
    id: &'a str,
    title: &'a str,
    rows: Rows,
    /// For each lane the one that leads its row.
    row_of: Vec<u32>,
    /// What the lanes are called, in a sentence and beside their row.
    called: Vec<String>,
    short: Vec<String>,
    hidden: usize,
    pub strips: Strips,
    pub names: f64,
    pub names_svg: String,
    pub plot: String,
}

/// Draws a run. `id` must be unique on the page.
pub fn draw(
    run: &Run,
    model: &Model,
    steps: &[Step],
    (axis, frame): (Axis, Frame),
    id: &str,
    title: &str,
) -> Drawing {
    let (rows, hidden) = shown_rows(run);
    let strips = shown_strips(run);
    let called = rows::Names::new(run);
    let Frame { names, steps: most } = frame;
    let scale = Scale::new(run, steps, most, axis, WIDTH - names);
    let x = steps.iter().map(|step| scale.event(step.from)).collect();
    let mut drawer = Drawer {
        run,
        model,
        scale,
        id,
        title,
        rows,
        row_of: rows::row_of(run),
        called: called.full,
        short: called.short,
        hidden,
        strips,
        names,
        names_svg: String::new(),
        plot: String::new(),
    };
    drawer.all();
    drawer.finish(x)
}

type Rows = Vec<(u32, usize)>;
type Strips = Vec<(u32, Vec<model::Level>)>;

/// The rows that are drawn, and how many are not.
fn shown_rows(run: &Run) -> (Rows, usize) {
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
        Text::Name.width(name) * bold + 12.0 * *depth as f64
    });
    let strips = strips
        .iter()
        .map(|(id, _)| Text::Name.width(&strip::name(run, *id)));
    let widest = rows.chain(strips).fold(40.0, f64::max);
    (widest + 14.0).clamp(64.0, 190.0)
}

impl Drawer<'_> {
    fn top(&self) -> f64 {
        10.0 + STRIP * self.strips.len() as f64
    }

    fn bottom(&self) -> f64 {
        self.top() + ROW * self.rows.len() as f64
    }

    fn height(&self) -> f64 {
        self.bottom() + if self.hidden > 0 { 42.0 } else { 24.0 }
    }

    /// The middle of a lane, if the lane is drawn.
    pub fn y(&self, lane: u32) -> Option<f64> {
        let lane = *self.row_of.get(lane as usize)?;
        let row = self.rows.iter().position(|(id, _)| *id == lane)?;
        Some(self.top() + ROW * row as f64 + ROW / 2.0)
    }

    fn all(&mut self) {
        self.grid();
        self.strips();
        self.lanes();
        for segment in self.segments() {
            self.segment(&segment);
        }
        self.polls();
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

    fn grid(&mut self) {
        let (top, bottom) = (self.top() - 4.0, self.bottom());
        let right = self.scale.width - 4.0;
        for (x, label) in self.scale.ticks() {
            let _ = write!(
                self.plot,
                "<path class=\"tl-grid\" d=\"M{} {}V{}\"/>",
                n(x),
                n(top),
                n(bottom)
            );
            let Some(label) = label else { continue };
            let half = Text::Tick.width(&label) / 2.0;
            let x = x.clamp(half + 1.0, (right - half).max(half + 1.0));
            let _ = write!(
                self.plot,
                "<text class=\"tl-tick\" x=\"{}\" y=\"{}\">{label}</text>",
                n(x),
                n(bottom + 17.0)
            );
        }
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
        for (lane, depth) in self.rows.clone() {
            let Some(y) = self.y(lane) else { continue };
            let _ = write!(
                self.plot,
                "<rect class=\"tl-lane\" x=\"0\" y=\"{}\" width=\"{}\" \
                 height=\"{}\"/>",
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
            let name = &self.short[lane as usize];
            shapes::name(&mut self.names_svg, self.names, y, name, class);
            if depth > 0 {
                shapes::elbow(&mut self.names_svg, y, ROW, depth);
            }
        }
    }

    fn segment(&mut self, segment: &Segment) {
        let Some(y) = self.y(segment.lane) else {
            return;
        };
        let (from, to) =
            (self.scale.event(segment.from), self.scale.event(segment.to));
        if to - from < 1.0 {
            return;
        }
        let (class, labels) = self.state(segment);
        let name = &self.called[segment.lane as usize];
        let events = &self.run.events;
        let (since, until) = (events[segment.from].t, events[segment.to].t);
        let title = format!(
            "{name} {}, {} to {}",
            labels[0],
            words::time(since),
            words::time(until)
        );
        let _ = write!(
            self.plot,
            "<rect class=\"tl-bar {class}\" x=\"{}\" y=\"{}\" width=\"{}\" \
             height=\"{}\"><title>{}</title></rect>",
            n(from),
            n(y - BAR / 2.0 + 2.0),
            n(to - from),
            n(BAR - 4.0),
            escape(&title)
        );
        if class == "tl-scarce" {
            let _ = write!(
                self.plot,
                "<rect class=\"tl-hatched\" fill=\"url(#{}-hatch)\" x=\"{}\" \
                 y=\"{}\" width=\"{}\" height=\"{}\"/>",
                self.id,
                n(from),
                n(y - BAR / 2.0 + 2.0),
                n(to - from),
                n(BAR - 4.0)
            );
        }
        self.label(&labels, from + 3.0, to - 3.0, y, "tl-label");
    }

    /// The bar's class, and its label from long to short.
    pub fn state(&self, segment: &Segment) -> (&'static str, Vec<String>) {
        let holds = segment.holds.first().and_then(|id| {
            let kind = self.run.resources.get(*id as usize)?.kind;
            Some(match words::unit(kind).0 {
                "lock" => format!("holds {}, ", words::lock(self.run, *id)),
                one => format!("holds a {one}, "),
            })
        });
        let holds = holds.unwrap_or_default();
        match segment.phase {
            Phase::Created => {
                ("tl-created", own(&["exists, not polled", "not polled"]))
            }
            Phase::Ready => ("tl-ready", own(&["is ready"])),
            Phase::Inside => {
                let long = format!("{holds}under way");
                ("tl-timer", vec![long, "under way".to_owned()])
            }
            Phase::Waiting { on, at, .. } => {
                let class = words::wait_class(on);
                let what = words::wait_at(self.run, at, &self.called);
                let long = match on {
                    WaitFor::Timer => words::doing(on),
                    _ => format!("waits for {what}"),
                };
                let short = words::short(on).to_owned();
                let mut labels = vec![
                    format!("{holds}{long}"),
                    long,
                    words::doing(on),
                    short,
                ];
                labels.dedup();
                (class, labels)
            }
        }
    }

    /// Writes the longest label that fits.
    pub fn label(
        &mut self,
        labels: &[String],
        from: f64,
        to: f64,
        y: f64,
        class: &str,
    ) {
        let fits =
            |label: &&String| Text::Label.width(label) <= to - from - 8.0;
        if let Some(label) = labels.iter().find(fits) {
            let _ = write!(
                self.plot,
                "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
                n((from + to) / 2.0),
                n(y + 4.0),
                escape(label)
            );
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
            w = n(self.names),
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
        let (top, bottom) = (self.top() - 4.0, self.bottom());
        Drawing {
            svg,
            x,
            width: self.scale.width,
            height,
            top,
            bottom,
        }
    }
}

fn own(labels: &[&str]) -> Vec<String> {
    labels.iter().map(|label| (*label).to_owned()).collect()
}

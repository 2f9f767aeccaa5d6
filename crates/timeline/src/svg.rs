//! The figure as a file of its own, for plain `mdbook build`.

use std::fmt::Write as _;

use crate::draw::{self, Frame};
use crate::escape;
use crate::model::Model;
use crate::steps::{Step, steps};
use crate::words::{self, time};
use crate::{Outcome, Recording, Run};

const WIDTH: f64 = 740.0;
/// The height of the line above a drawing.
const LINE: f64 = 34.0;

/// CSS without selectors for the colors, with selectors for the shapes.
pub struct Style {
    /// Declarations of the `--tl-*` properties.
    pub light: String,
    pub dark: String,
    /// Rules for the classes of the drawing.
    pub shapes: String,
}

/// The run that the example's file gives.
pub fn standalone(recording: &Recording, title: &str, style: &Style) -> String {
    let Some(run) = recording.default_run() else {
        return String::new();
    };
    let told = steps(run);
    let ruler = Frame::of(run, &Model::new(run), &told);
    let placed = place(recording, (run, &told), &ruler, title, 0.0, "a");
    page(&placed.0, placed.1, title, style)
}

/// Two recordings under each other on one ruler.
pub fn pair(
    above: &Recording,
    below: &Recording,
    title: &str,
    style: &Style,
) -> String {
    let (Some(a), Some(b)) = (above.default_run(), below.default_run()) else {
        return String::new();
    };
    let told = [steps(a), steps(b)];
    let frame = |run, steps| Frame::of(run, &Model::new(run), steps);
    let ruler = frame(a, &told[0]).with(&frame(b, &told[1]));
    let (first, height) = place(above, (a, &told[0]), &ruler, title, 0.0, "a");
    let (second, height) =
        place(below, (b, &told[1]), &ruler, title, height, "b");
    page(&format!("{first}{second}"), height, title, style)
}

fn page(drawings: &str, height: f64, title: &str, style: &Style) -> String {
    let Style {
        light,
        dark,
        shapes,
    } = style;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" \
         height=\"{height:.0}\" viewBox=\"0 0 {WIDTH} {height:.0}\" \
         role=\"img\">\n<title>{}</title>\n<style>svg{{{light}}}@media \
         (prefers-color-scheme:dark){{svg{{{dark}}}}}{shapes}</style>\n\
         <rect class=\"tl-page\" width=\"100%\" height=\"100%\"/>\n\
         {drawings}</svg>\n",
        escape(title)
    )
}

/// A run's drawing from `y` downwards, and where it ends.
fn place(
    recording: &Recording,
    (run, steps): (&Run, &[Step]),
    ruler: &Frame,
    title: &str,
    y: f64,
    id: &str,
) -> (String, f64) {
    let model = Model::new(run);
    let drawing = draw::draw(run, &model, steps, ruler, id, title);
    let names = (WIDTH - drawing.width).max(0.0);
    let never = match run.outcome {
        Outcome::Deadlock => ", and it never ends",
        _ => "",
    };
    let source = recording.files.first().map_or("", String::as_str);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<text class=\"tl-sub\" x=\"10\" y=\"{}\">Recorded from {} \
         on the {} clock, one thread: {}{never}</text>",
        y + 22.0,
        escape(source),
        words::clock(recording.clock),
        time(run.end),
    );
    // The drawing's elements come one after the other; here each has a place.
    let y = y + LINE;
    let placed = drawing
        .svg
        .replacen("<svg ", &format!("<svg y=\"{y}\" "), 1)
        .replacen(
            "<svg class=\"tl-plot\"",
            &format!("<svg x=\"{names}\" y=\"{y}\" class=\"tl-plot\""),
            1,
        );
    svg.push_str(&placed);
    svg.push('\n');
    (svg, y + drawing.height + 6.0)
}

//! The figure as a file of its own, for plain `mdbook build`.

use std::fmt::Write as _;

use crate::draw;
use crate::model::Model;
use crate::scale::Axis;
use crate::shapes::escape;
use crate::steps::steps;
use crate::words::time;
use crate::{Outcome, Recording};

const TITLE: f64 = 44.0;

/// The run that the example's file gives. `shapes` are the CSS rules for the
/// classes, `light` and `dark` the declarations of the `--tl-*` colors.
pub fn standalone(
    recording: &Recording,
    title: &str,
    shapes: &str,
    (light, dark): (&str, &str),
) -> String {
    let Some(run) = recording.default_run() else {
        return String::new();
    };
    let model = Model::of(run);
    let steps = steps(run);
    let axis = Axis::Time { end: run.end };
    let drawing = draw::draw(run, &model, &steps, axis, "tl", title);
    let names: f64 = 740.0 - drawing.width.min(740.0);
    let names = names.max(0.0);
    let (width, height) = (names + drawing.width, drawing.height + TITLE);
    let mut svg = String::new();
    let source = recording.files.first().map_or("", String::as_str);
    let never = match run.outcome {
        Outcome::Deadlock => ", and it never ends",
        _ => "",
    };
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" \
         height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         role=\"img\">\n<style>svg{{{light}}}@media \
         (prefers-color-scheme:dark){{svg{{{dark}}}}}{shapes}</style>\n\
         <rect class=\"tl-page\" width=\"100%\" height=\"100%\"/>\n\
         <text class=\"tl-sub\" x=\"10\" y=\"24\">Recorded from {}: {}{}\
         </text>\n",
        escape(source),
        time(run.end),
        never
    );
    // The drawing's elements come one after the other; here each has a place.
    let placed = drawing
        .svg
        .replacen("<svg ", &format!("<svg y=\"{TITLE}\" "), 1)
        .replacen(
            "<svg class=\"tl-plot\"",
            &format!("<svg x=\"{names}\" y=\"{TITLE}\" class=\"tl-plot\""),
            1,
        );
    svg.push_str(&placed);
    svg.push_str("\n</svg>\n");
    svg
}

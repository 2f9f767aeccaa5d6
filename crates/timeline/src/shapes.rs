//! The single shapes of a figure.

use std::fmt::Write as _;

use crate::states::Word;
use crate::{End, escape};

/// The height of a lane's bar with its poll marks, in SVG units.
pub const BAR: f64 = 24.0;

/// A number as short as can be: SVG holds thousands of them.
pub fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Kinds of text, with the width of a character that no usual font exceeds
/// on average.
pub enum Text {
    Name,
    Label,
    Tick,
}

impl Text {
    pub fn each(&self) -> f64 {
        match self {
            Self::Name => 7.2,
            Self::Label => 6.3,
            Self::Tick => 7.0,
        }
    }

    pub fn width(&self, text: &str) -> f64 {
        text.chars().count() as f64 * self.each()
    }
}

/// The room by which a branch stands to the right of what polls it.
pub const INDENT: f64 = 14.0;

/// A lane's name, at `x` with its middle at `y`, in a room of some width.
pub fn name(
    out: &mut String,
    (x, width, y): (f64, f64, f64),
    name: &str,
    class: &str,
    row: Option<usize>,
) {
    let most = ((width - 8.0) / 7.2) as usize;
    let shown = shortened(name, most);
    let row = row.map(|row| format!(" data-row=\"{row}\""));
    let _ = write!(
        out,
        "<text class=\"tl-name{class}\" x=\"{}\" y=\"{}\"{}><title>{}</title>\
         {}</text>",
        n(x),
        n(y + 4.5),
        row.unwrap_or_default(),
        escape(name),
        escape(&shown)
    );
}

/// What the lane of a row does. The viewer writes it again at each step; here
/// it is what it does at the end.
pub fn state(
    out: &mut String,
    (x, y): (f64, f64),
    word: Option<&Word>,
    row: usize,
) {
    let _ = write!(
        out,
        "<text class=\"tl-state {}\" x=\"{}\" y=\"{}\" data-row=\"{row}\">\
         {}</text>",
        word.map_or("", |word| word.class),
        n(x),
        n(y),
        escape(word.map_or("", |word| &word.text))
    );
}

/// A name that has room. Its last word tells it from its neighbors: what is
/// left out stands before.
fn shortened(name: &str, most: usize) -> String {
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= most {
        return name.to_owned();
    }
    let last = name.rsplit_once(' ').map_or("", |(_, last)| last);
    let end = match last.chars().count() {
        n if n + 4 < most => n,
        _ => 0,
    };
    let begin = most.saturating_sub(end + 1 + usize::from(end > 0));
    let begin: String = letters[..begin].iter().collect();
    let gap = if end > 0 { "… " } else { "…" };
    let end: String = letters[letters.len() - end..].iter().collect();
    format!("{}{gap}{end}", begin.trim_end())
}

/// The line from a lane, with its middle at `from`, to a branch of it.
pub fn elbow(out: &mut String, from: f64, y: f64, depth: usize) {
    let x = 10.0 + INDENT * (depth as f64 - 1.0);
    let _ = write!(
        out,
        "<path class=\"tl-elbow\" d=\"M{} {}V{}H{}\"/>",
        n(x),
        n(from + 10.0),
        n(y),
        n(x + 8.0)
    );
}

pub fn hatch(id: &str) -> String {
    format!(
        "<defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" \
         patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path class=\"tl-hatch-line\" d=\"M0 0V7\"/></pattern></defs>"
    )
}

/// A poll: a strong mark, from `top` over the height of the lane, as wide as
/// the steps that it takes.
pub fn poll(out: &mut String, (x, to): (f64, f64), top: f64, step: usize) {
    let _ = write!(
        out,
        "<rect class=\"tl-poll\" x=\"{}\" y=\"{}\" width=\"{}\" \
         height=\"{BAR}\" data-step=\"{step}\"/>",
        n(x - 2.0),
        n(top),
        n((to - x).max(0.0) + 4.0)
    );
}

/// Very many polls of one lane.
pub fn polls(out: &mut String, top: f64, at: impl Iterator<Item = f64>) {
    out.push_str("<path class=\"tl-polls\" d=\"");
    for x in at {
        let _ = write!(out, "M{} {}v{BAR}", n(x), n(top));
    }
    out.push_str("\"/>");
}

/// A printed line: a small flag under the lane's middle.
pub fn out(out: &mut String, x: f64, y: f64, step: usize) {
    let _ = write!(
        out,
        "<path class=\"tl-out\" d=\"M{} {}l4 6h-8z\" data-step=\"{step}\"/>",
        n(x),
        n(y + BAR / 2.0 - 4.0)
    );
}

/// A wake, from the middle of one lane to the middle of another.
pub fn arrow(out: &mut String, x: f64, from: f64, to: f64, step: usize) {
    let bulge = x + 12.0 + ((to - from).abs() / 12.0).min(12.0);
    let _ = write!(
        out,
        "<g class=\"tl-wake\" data-step=\"{step}\">\
         <path d=\"M{x0} {from}C{b} {from} {b} {to} {x1} {to}\"/>\
         <path class=\"tl-head\" d=\"M{tip} {to}l7 -4v8z\"/></g>",
        x0 = n(x + 2.0),
        x1 = n(x + 8.0),
        tip = n(x + 3.0),
        b = n(bulge),
        from = n(from),
        to = n(to)
    );
}

/// How a lane ended: a sign of its own for each way.
pub fn end(out: &mut String, x: f64, y: f64, how: End, step: usize) {
    let (class, sign) = match how {
        End::Done => ("tl-done", "M-3.5 .3L-1 3L3.8 -2.8"),
        End::Error => ("tl-error", "M-3 -3L3 3M3 -3L-3 3"),
        End::Panic => ("tl-panic", "M0 -4.5V1.2M0 3.4V4.4"),
        End::Aborted => ("tl-aborted", "M-3 -3H3V3H-3Z"),
        End::LetGo => ("tl-letgo", "M-3.5 0H3.5M.5 -3L3.5 0L.5 3"),
        End::Dropped => ("tl-dropped", "M-4 4L4 -4"),
        End::NeverPolled => ("tl-never", "M-3.5 0H3.5"),
    };
    let _ = write!(
        out,
        "<g class=\"tl-end {class}\" transform=\"translate({} {})\" \
         data-step=\"{step}\"><title>{}</title><circle r=\"7.5\"/>\
         <path d=\"{sign}\"/></g>",
        n(x),
        n(y),
        crate::words::end(how)
    );
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_name_keeps_its_last_word() {
        assert_eq!(shortened("download 3", 20), "download 3");
        let name = "collect measurements from Trondheim";
        assert_eq!(shortened(name, 24), "collect measu… Trondheim");
        assert_eq!(shortened("abcdefghijkl", 6), "abcde…");
    }
}

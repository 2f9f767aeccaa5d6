//! What a program prints: a strip below the lanes.

use std::fmt::Write as _;

use crate::draw::Drawer;
use crate::model::Model;
use crate::shapes::{self, Text, n};
use crate::{EventKind, Run, escape};

/// What is printed at one instant: the event, and the lines.
pub struct Printed {
    pub at: usize,
    pub lines: Vec<String>,
}

pub fn printed(run: &Run, model: &Model) -> Vec<Printed> {
    let mut all: Vec<Printed> = Vec::new();
    for (_, at) in &model.outs {
        let Some(event) = run.events.get(*at) else {
            continue;
        };
        let EventKind::Out { text, .. } = &event.kind else {
            continue;
        };
        let line = text.trim().to_owned();
        match all.last_mut() {
            Some(last) if run.events[last.at].t == event.t => {
                last.lines.push(line);
            }
            _ => all.push(Printed {
                at: *at,
                lines: vec![line],
            }),
        }
    }
    all
}

impl Drawer<'_> {
    /// Each text has the room until the next one.
    pub fn output(&mut self) {
        if self.lines.is_empty() {
            return;
        }
        let y = self.floor() + 6.0;
        let place = (6.0, self.names, y + 8.0);
        shapes::name(&mut self.names_svg, place, "prints", " tl-strip", None);
        for i in 0..self.lines.len() {
            let printed = &self.lines[i];
            let from = self.scale.event(printed.at);
            let to = match self.lines.get(i + 1) {
                Some(next) => self.scale.event(next.at) - 6.0,
                None => self.scale.width - 4.0,
            };
            let text = printed.lines.join(" · ");
            let room = ((to - from - 8.0) / Text::Label.each()) as usize;
            let _ = write!(
                self.plot,
                "<g class=\"tl-printed\" data-step=\"{}\"><title>{}</title>\
                 <path d=\"M{} {}v18\"/>",
                self.scale.step_of(printed.at),
                escape(&printed.lines.join("\n")),
                n(from),
                n(y)
            );
            if room >= 4 {
                let _ = write!(
                    self.plot,
                    "<text x=\"{}\" y=\"{}\">{}</text>",
                    n(from + 5.0),
                    n(y + 13.0),
                    escape(&cut(&text, room))
                );
            }
            self.plot.push_str("</g>");
        }
    }
}

fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let begin: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", begin.trim_end())
}

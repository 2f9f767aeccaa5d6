//! What lasts: a bar for each stretch of a lane's life, and its words.

use std::fmt::Write as _;

use crate::WaitFor;
use crate::draw::Drawer;
use crate::escape;
use crate::model::Segment;
use crate::shapes::{BAR, Text, n};
use crate::walk::Phase;
use crate::words;

impl Drawer<'_> {
    pub fn segment(&mut self, segment: &Segment) {
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
        self.label(&labels, from + 2.0, to - 8.0, y, "tl-label");
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
                let mut labels = vec![
                    format!("{holds}{long}"),
                    long,
                    words::doing(on),
                    waits(on),
                    verb(on).to_owned(),
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
}

/// A label that is short keeps its verb.
pub fn waits(on: WaitFor) -> String {
    match (verb(on), words::short(on)) {
        (verb, short) if verb == short => verb.to_owned(),
        (verb, short) => format!("{verb}: {short}"),
    }
}

/// The least that is said of a wait.
fn verb(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer => "sleeps",
        _ => "waits",
    }
}

fn own(labels: &[&str]) -> Vec<String> {
    labels.iter().map(|label| (*label).to_owned()).collect()
}

//! How a run ends that ends otherwise than expected.

use super::{Side, at, both, cause};
use crate::{EventKind, Outcome};

pub fn sentence(expected: &Side<'_>, yours: &Side<'_>) -> String {
    both(&of(expected), &of(yours))
}

fn of(side: &Side<'_>) -> String {
    let whole = side.whole();
    let end = end_of_main(side);
    match side.run.outcome {
        Outcome::Ok => {
            let t = end.unwrap_or(side.run.end);
            format!("{whole} ends {}", at(t))
        }
        Outcome::Error => match failure(side, None) {
            Some((_, t, message)) => {
                format!("{whole} ends {} with an error: {message}", at(t))
            }
            None => format!("{whole} ends with an error"),
        },
        Outcome::Panic => match failure(side, Some(())) {
            Some((name, t, message)) => {
                format!("`{name}` panics {}: {message}", at(t))
            }
            None => format!("{whole} panics"),
        },
        Outcome::Deadlock => {
            let who = cause::at_the_end(side);
            format!("{whole} never ends, a deadlock{who}")
        }
        Outcome::Waiting => {
            let t = at(side.end());
            format!("{whole} waits for something from outside {t}")
        }
        Outcome::Hung => {
            let (name, line) = running(side);
            format!(
                "`{name}` keeps the thread from {} on, and gives it to nobody \
                 else{line}",
                crate::words::time(side.end())
            )
        }
        Outcome::Flood => {
            let t = at(side.end());
            format!(
                "{whole} goes on without an end; the recording was stopped {t}"
            )
        }
    }
}

/// When the first lane ends.
pub fn end_of_main(side: &Side<'_>) -> Option<u64> {
    side.run.events.iter().find_map(|event| match event.kind {
        EventKind::End { lane: 0, .. } => Some(event.t),
        _ => None,
    })
}

/// The lane that fails, when, and its words in one line.
fn failure<'a>(
    side: &'a Side<'_>,
    panic: Option<()>,
) -> Option<(&'a str, u64, String)> {
    side.run
        .events
        .iter()
        .rev()
        .find_map(|event| match &event.kind {
            EventKind::End {
                lane,
                how,
                message: Some(message),
                ..
            } if panic.is_none() || *how == crate::End::Panic => {
                let words = message.lines().next().unwrap_or_default();
                Some((side.name(*lane), event.t, short(words)))
            }
            _ => None,
        })
}

/// A message may be a whole paragraph.
fn short(words: &str) -> String {
    const LONGEST: usize = 120;
    let mut text: String = words.chars().take(LONGEST).collect();
    if text.len() < words.len() {
        text.push('…');
    }
    text
}

/// Who is being polled when the recording stops, and the last line of it.
fn running<'a>(side: &'a Side<'_>) -> (&'a str, String) {
    let mut running = Vec::new();
    let mut last = None;
    for event in &side.run.events {
        match &event.kind {
            EventKind::Poll { lane } => running.push(*lane),
            EventKind::Pending { lane } | EventKind::End { lane, .. } => {
                running.retain(|one| one != lane);
            }
            EventKind::Enter { site, .. } | EventKind::Out { site, .. } => {
                last = site.or(last);
            }
            _ => {}
        }
    }
    let name = running.last().map_or(side.name(0), |lane| side.name(*lane));
    let site = last.and_then(|site: u32| side.run.sites.get(site as usize));
    let line = site.map_or_else(String::new, |site| {
        format!("; it was last seen at line {}", site.line)
    });
    (name, line)
}

//! Whether a run can be drawn: every number in it must lead somewhere.
//!
//! A recording is a file, and a file can be anything. What reads runs after
//! this may index without asking.

use crate::file::FormatError;
use crate::{By, EventKind, Note, Recording, Run};

/// Lanes inside of lanes; a drawing goes down as deep.
const DEEPEST: usize = 200;

/// The recorder stops at 20,000. More cannot be drawn in a page.
const MOST_EVENTS: usize = 100_000;

/// No file is as long.
const LAST_LINE: u32 = 1_000_000;

/// In microseconds. A page has no whole numbers beyond it.
const LATEST: u64 = (1 << 53) - 1;

/// Checks that there are runs, each of another value, and among them that of
/// the default value, and that what they show is in files that are named.
///
/// # Errors
///
/// The first thing that is wrong.
pub fn runs(recording: &Recording) -> Result<(), FormatError> {
    let broken = |what: String| Err(FormatError::Broken(what));
    if recording.runs.is_empty() {
        return broken("it has no run".to_owned());
    }
    let files = recording.files.len();
    if files == 0 {
        return broken("it names no file".to_owned());
    }
    for (id, run) in recording.runs.iter().enumerate() {
        for (place, site) in run.sites.iter().enumerate() {
            known("there is no file", site.file, files)
                .map_err(at("site", place))?;
        }
        let twin = recording.runs[..id].iter().any(|o| o.value == run.value);
        if twin {
            let value = run.value.as_deref().unwrap_or("none");
            return broken(format!("two runs have the value {value}"));
        }
    }
    if let Some(knob) = &recording.knob {
        let mut values = recording.runs.iter().map(|run| &run.value);
        if !values.any(|value| value.as_ref() == Some(&knob.default)) {
            let default = &knob.default;
            return broken(format!("no run has the default value {default}"));
        }
    }
    if recording.default_run().map(Run::clock) != Some(recording.clock) {
        return broken("its clock is not that of its run".to_owned());
    }
    Ok(())
}

/// Checks that lanes, resources, sites and threads are those of the run, that
/// no lane is inside itself, and that time goes forward.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn check(run: &Run) -> Result<(), FormatError> {
    let all = run.events.len();
    if all == 0 || all > MOST_EVENTS {
        let what = format!("it has {all} events, not 1 to {MOST_EVENTS}");
        return Err(FormatError::Broken(what));
    }
    for (id, site) in run.sites.iter().enumerate() {
        if !(1..=LAST_LINE).contains(&site.line) {
            let how = format!("line {}, not 1 to {LAST_LINE}", site.line);
            return Err(at("site", id)(how));
        }
    }
    lanes(run)?;
    for (id, resource) in run.resources.iter().enumerate() {
        site(run, resource.site).map_err(at("resource", id))?;
    }
    around(run).map_err(FormatError::Broken)?;
    let mut now = 0;
    for (id, event) in run.events.iter().enumerate() {
        let failed = at("event", id);
        if event.t < now {
            return Err(failed(format!("time {} after {now}", event.t)));
        }
        now = event.t;
        thread(run, event.thread).map_err(&failed)?;
        kind(run, &event.kind).map_err(failed)?;
    }
    if run.end > LATEST {
        let what = format!("its end is at {}, after {LATEST}", run.end);
        return Err(FormatError::Broken(what));
    }
    if now > run.end {
        let what =
            format!("the last event is at {now}, the end at {}", run.end);
        return Err(FormatError::Broken(what));
    }
    Ok(())
}

fn at(what: &str, id: usize) -> impl Fn(String) -> FormatError {
    move |how| FormatError::Broken(format!("{what} {id}: {how}"))
}

fn lanes(run: &Run) -> Result<(), FormatError> {
    if run.lanes.is_empty() {
        let what = "it has no lane; the first is `main`".to_owned();
        return Err(FormatError::Broken(what));
    }
    // How deep each lane lies, once it is known.
    let mut depths: Vec<Option<usize>> = vec![None; run.lanes.len()];
    for (id, one) in run.lanes.iter().enumerate() {
        let failed = at("lane", id);
        site(run, one.site).map_err(&failed)?;
        if let Some(parent) = one.parent {
            lane(run, parent).map_err(&failed)?;
        }
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(one) = next.filter(|one| depths[*one].is_none()) {
            if path.len() > DEEPEST {
                let how =
                    format!("inside more than {DEEPEST} others, or itself");
                return Err(failed(how));
            }
            path.push(one);
            let parent = run.lanes[one].parent;
            next = parent.and_then(|parent| usize::try_from(parent).ok());
            next = next.filter(|parent| *parent < run.lanes.len());
        }
        let above = next.and_then(|known| depths[known]);
        for (below, one) in path.into_iter().rev().enumerate() {
            let depth = above.map_or(0, |depth| depth + 1) + below;
            if depth > DEEPEST {
                return Err(failed(format!(
                    "inside more than {DEEPEST} others"
                )));
            }
            depths[one] = Some(depth);
        }
    }
    Ok(())
}

/// What is told of the run as a whole.
fn around(run: &Run) -> Result<(), String> {
    for need in &run.needs {
        site(run, need.site)?;
    }
    for stand in &run.stands {
        thread(run, stand.thread)?;
        stand.lane.map_or(Ok(()), |id| lane(run, id))?;
        for id in &stand.sites {
            site(run, Some(*id))?;
        }
    }
    for note in &run.notes {
        if let Note::FewerProbes { sites } = note {
            for id in sites {
                site(run, Some(*id))?;
            }
        }
    }
    match &run.gap {
        Some(gap) if gap.from > gap.to => {
            Err(format!("its gap ends at {}, before {}", gap.to, gap.from))
        }
        Some(gap) => known("there is no event", gap.before, run.events.len()),
        None => Ok(()),
    }
}

fn kind(run: &Run, kind: &EventKind) -> Result<(), String> {
    match kind {
        EventKind::Created { lane: id, by }
        | EventKind::Spawned { lane: id, by } => {
            lane(run, *id)?;
            lane(run, *by)
        }
        EventKind::Poll { lane: id } | EventKind::Pending { lane: id } => {
            lane(run, *id)
        }
        EventKind::Wait {
            lane: id,
            of,
            resource: of_what,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            of.iter().try_for_each(|id| lane(run, *id))?;
            resource(run, *of_what)?;
            site(run, *place)
        }
        EventKind::Wake {
            lane: id,
            by,
            site: place,
            resource: of_what,
            ..
        } => {
            lane(run, *id)?;
            if let By::Lane(by) = by {
                lane(run, *by)?;
            }
            resource(run, *of_what)?;
            site(run, *place)
        }
        EventKind::Acquired {
            lane: id,
            resource: of_what,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            resource(run, Some(*of_what))?;
            site(run, *place)
        }
        EventKind::Released {
            lane: id,
            resource: of_what,
            to,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            to.map_or(Ok(()), |to| lane(run, to))?;
            resource(run, Some(*of_what))?;
            site(run, *place)
        }
        EventKind::Sent {
            lane: id,
            resource: of_what,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            resource(run, *of_what)?;
            site(run, *place)
        }
        EventKind::Received {
            lane: id,
            resource: of_what,
            ..
        } => {
            lane(run, *id)?;
            resource(run, *of_what)
        }
        EventKind::Called {
            lane: id,
            to,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            to.map_or(Ok(()), |to| lane(run, to))?;
            site(run, *place)
        }
        EventKind::Cancel {
            lane: id,
            by,
            site: place,
        } => {
            lane(run, *id)?;
            if let By::Lane(by) = by {
                lane(run, *by)?;
            }
            site(run, *place)
        }
        EventKind::Leave { lane: id, .. } => lane(run, *id),
        EventKind::Enter {
            lane: id,
            site: place,
            ..
        }
        | EventKind::Out {
            lane: id,
            site: place,
            ..
        }
        | EventKind::Thrown {
            lane: id,
            site: place,
            ..
        }
        | EventKind::Handler {
            lane: id,
            site: place,
            ..
        }
        | EventKind::End {
            lane: id,
            site: place,
            ..
        } => {
            lane(run, *id)?;
            site(run, *place)
        }
    }
}

fn known(what: &str, id: u32, all: usize) -> Result<(), String> {
    match usize::try_from(id).is_ok_and(|id| id < all) {
        true => Ok(()),
        false => Err(format!("{what} {id} of {all}")),
    }
}

fn lane(run: &Run, id: u32) -> Result<(), String> {
    known("there is no lane", id, run.lanes.len())
}

/// A run with one thread has no list of them.
fn thread(run: &Run, id: u32) -> Result<(), String> {
    known("there is no thread", id, run.threads.len().max(1))
}

fn site(run: &Run, id: Option<u32>) -> Result<(), String> {
    id.map_or(Ok(()), |id| known("there is no site", id, run.sites.len()))
}

fn resource(run: &Run, id: Option<u32>) -> Result<(), String> {
    let all = run.resources.len();
    id.map_or(Ok(()), |id| known("there is no resource", id, all))
}

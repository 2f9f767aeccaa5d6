//! Which lanes share a row, in which order the rows stand, and by which name
//! a sentence calls a lane.
//!
//! A `select!` in a loop makes its branches anew each time: those that follow
//! each other at one place stand in one row.

use std::collections::BTreeMap;

use crate::{EventKind, LaneKind, Run};

/// For each lane the one that leads its row.
pub fn row_of(run: &Run) -> Vec<u32> {
    let spans = spans(run);
    let mut row: Vec<u32> = (0..number(run.lanes.len())).collect();
    // The last lane of each row, by what its lanes have in common.
    let mut open: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (id, lane) in run.lanes.iter().enumerate() {
        if is_root(lane.kind) {
            continue;
        }
        let parent = lane.parent.and_then(|parent| row.get(parent as usize));
        let key = (parent.copied(), lane.site, &lane.name);
        let rows = open.entry(key).or_default();
        let before = |last: &&mut usize| spans[**last].1 <= spans[id].0;
        match rows.iter_mut().find(before) {
            Some(last) => {
                row[id] = row[*last];
                *last = id;
            }
            None => rows.push(id),
        }
    }
    row
}

/// The first and the last event of each lane.
fn spans(run: &Run) -> Vec<(usize, usize)> {
    let mut spans = vec![(0, usize::MAX); run.lanes.len()];
    let visit = |lane: u32| run.lanes[lane as usize].kind == LaneKind::Visit;
    for (at, event) in run.events.iter().enumerate() {
        match &event.kind {
            EventKind::Created { lane, .. }
            | EventKind::Spawned { lane, .. } => spans[*lane as usize].0 = at,
            EventKind::End { lane, .. } => spans[*lane as usize].1 = at,
            EventKind::Enter { lane, .. } if visit(*lane) => {
                spans[*lane as usize].0 = at;
            }
            EventKind::Leave { lane, .. } if visit(*lane) => {
                spans[*lane as usize].1 = at;
            }
            _ => {}
        }
    }
    spans
}

/// The rows in the order in which they are drawn, each by the lane that leads
/// it, with its depth: branches and futures stand under the lane that polls
/// them.
pub fn rows(run: &Run) -> Vec<(u32, usize)> {
    let row = row_of(run);
    let mut rows = Vec::new();
    for (id, lane) in (0..).zip(&run.lanes) {
        if is_root(lane.kind) || lane.parent.is_none() {
            rows.push((id, 0));
            children(run, &row, id, 1, &mut rows);
        }
    }
    rows
}

fn is_root(kind: LaneKind) -> bool {
    matches!(kind, LaneKind::Task | LaneKind::Blocking)
}

fn children(
    run: &Run,
    row: &[u32],
    parent: u32,
    depth: usize,
    rows: &mut Vec<(u32, usize)>,
) {
    for (id, lane) in (0..).zip(&run.lanes) {
        let above = lane.parent.and_then(|parent| row.get(parent as usize));
        let leads = row[id as usize] == id;
        if !is_root(lane.kind) && leads && above == Some(&parent) {
            rows.push((id, depth));
            children(run, row, id, depth + 1, rows);
        }
    }
}

/// What the lanes are called. Lanes with one name at one time are told apart:
/// those of one parent by a number, those of several by their parent.
pub struct Names {
    /// In the drawing, where the parent stands above.
    pub short: Vec<String>,
    /// In a sentence.
    pub full: Vec<String>,
}

impl Names {
    pub fn new(run: &Run) -> Self {
        let (row, spans) = (row_of(run), spans(run));
        let above = |id: usize| {
            let lane = &run.lanes[id];
            let parent = lane.parent.filter(|_| !is_root(lane.kind));
            parent.and_then(|parent| row.get(parent as usize).copied())
        };
        let mut same: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
        for (id, lane) in run.lanes.iter().enumerate() {
            same.entry(&lane.name).or_default().push(id);
        }
        let mut names = Self {
            short: Vec::new(),
            full: Vec::new(),
        };
        for (id, lane) in run.lanes.iter().enumerate() {
            let others = || {
                let together = |other: &&usize| {
                    let ((from, to), (begin, end)) =
                        (spans[id], spans[**other]);
                    row[**other] != row[id] && begin < to && from < end
                };
                same[&lane.name].iter().filter(together)
            };
            let mut short = lane.name.clone();
            if others().any(|other| above(*other) == above(id)) {
                let mut rows: Vec<u32> = same[&lane.name]
                    .iter()
                    .filter(|other| above(**other) == above(id))
                    .map(|other| row[*other])
                    .collect();
                rows.dedup();
                let at = rows.iter().position(|one| *one == row[id]);
                let number = at.map_or(0, |at| at + 1);
                let mark = match short.ends_with(|c: char| c.is_ascii_digit()) {
                    true => " #",
                    false => " ",
                };
                short = format!("{short}{mark}{number}");
            }
            let elsewhere = others().any(|other| above(*other) != above(id));
            let parent = above(id).filter(|_| elsewhere);
            let parent = parent.and_then(|id| run.lanes.get(id as usize));
            let full = match parent {
                Some(parent) => format!("{}'s {short}", parent.name),
                None => short.clone(),
            };
            names.short.push(short);
            names.full.push(full);
        }
        names
    }

    /// A lane, in a sentence.
    pub fn name(&self, lane: u32) -> &str {
        self.full.get(lane as usize).map_or("?", String::as_str)
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

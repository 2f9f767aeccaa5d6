//! Export to the Chrome trace format, which Perfetto opens.

use serde_json::{Value, json};

use crate::{By, EventKind, LaneKind, Recording, Run};

/// The run that the example's file gives, as a Chrome trace.
///
/// Each lane is a thread. Polls take no time on the paused clock, and a slice
/// of no length vanishes: they are drawn 1 µs long.
pub fn export(recording: &Recording) -> String {
    let events = recording.default_run().map(events).unwrap_or_default();
    let trace = json!({
        "displayTimeUnit": "ms",
        "otherData": {
            "example": recording.example,
            "tokio": recording.tokio,
        },
        "traceEvents": events,
    });
    format!("{trace:#}\n")
}

fn events(run: &Run) -> Vec<Value> {
    let mut trace = Vec::new();
    for (id, lane) in run.lanes.iter().enumerate() {
        let kind = match lane.kind {
            LaneKind::Task => "task",
            LaneKind::Blocking => "blocking task",
            LaneKind::Thread => "thread",
            LaneKind::Branch => "branch",
            LaneKind::Future => "future",
            LaneKind::Visit => "visit",
        };
        trace.push(json!({
            "ph": "M", "name": "thread_name", "pid": 1, "tid": id,
            "args": {"name": format!("{} ({kind})", lane.name)},
        }));
        trace.push(json!({
            "ph": "M", "name": "thread_sort_index", "pid": 1, "tid": id,
            "args": {"sort_index": id},
        }));
    }
    let mut waiting: Vec<Option<(u64, String)>> = vec![None; run.lanes.len()];
    let mut flow = 0;
    let line = |site: Option<u32>| {
        site.and_then(|site| run.sites.get(site as usize))
            .map(|site| site.line)
    };
    for event in &run.events {
        let t = event.t;
        match &event.kind {
            EventKind::Poll { lane } => {
                if let Some((from, name)) = waiting[*lane as usize].take() {
                    trace.push(json!({
                        "ph": "X", "name": name, "pid": 1, "tid": lane,
                        "ts": from, "dur": t - from,
                    }));
                }
                trace.push(json!({
                    "ph": "X", "name": "poll", "pid": 1, "tid": lane,
                    "ts": t, "dur": 1,
                }));
            }
            EventKind::Wait { lane, on, site, .. } => {
                let name = format!("waits: {}", crate::words::wait(*on));
                waiting[*lane as usize] = Some((t, name));
                if let Some(line) = line(*site) {
                    trace.push(json!({
                        "ph": "i", "s": "t", "name": format!("line {line}"),
                        "pid": 1, "tid": lane, "ts": t,
                    }));
                }
            }
            EventKind::Wake {
                lane,
                by: By::Lane(by),
                site,
                ..
            } => {
                flow += 1;
                let args = json!({"line": line(*site)});
                trace.push(json!({
                    "ph": "s", "id": flow, "name": "wake", "cat": "wake",
                    "pid": 1, "tid": by, "ts": t, "args": args,
                }));
                trace.push(json!({
                    "ph": "f", "bp": "e", "id": flow, "name": "wake",
                    "cat": "wake", "pid": 1, "tid": lane, "ts": t.saturating_add(1),
                }));
            }
            EventKind::Enter { lane, what, .. } => trace.push(json!({
                "ph": "i", "s": "t", "name": format!("{what} begins"),
                "pid": 1, "tid": lane, "ts": t,
            })),
            EventKind::Leave { lane, what, .. } => trace.push(json!({
                "ph": "i", "s": "t", "name": format!("{what} ends"),
                "pid": 1, "tid": lane, "ts": t,
            })),
            EventKind::Out { lane, text, .. } => trace.push(json!({
                "ph": "i", "s": "t", "name": text, "pid": 1, "tid": lane,
                "ts": t,
            })),
            EventKind::End { lane, how, .. } => trace.push(json!({
                "ph": "i", "s": "t", "name": crate::words::end(*how),
                "pid": 1, "tid": lane, "ts": t,
            })),
            _ => {}
        }
    }
    for (resource, points) in crate::model::available(run) {
        let name = crate::words::resource(run, resource);
        for (t, free) in points {
            trace.push(json!({
                "ph": "C", "name": name, "pid": 1, "ts": t,
                "args": {"free": free},
            }));
        }
    }
    trace
}

//! Times of the machine's clock are told to the millisecond: nobody could read
//! more, and a timer is not more exact. What takes less takes no time, as on
//! the paused clock.

use timeline::{EventKind, Run};

const STEP: u64 = 1000;

pub(super) fn to_milliseconds(mut run: Run) -> Run {
    let down = |t: u64| t / STEP * STEP;
    for event in &mut run.events {
        event.t = down(event.t);
        match &mut event.kind {
            EventKind::Wait { until, .. } => *until = until.map(down),
            EventKind::Wake { late, .. } => *late = late.map(down),
            _ => {}
        }
    }
    for stand in &mut run.stands {
        stand.since = down(stand.since);
    }
    if let Some(gap) = &mut run.gap {
        gap.from = down(gap.from);
        gap.to = down(gap.to);
    }
    run.end = down(run.end);
    run.rounded = Some(STEP);
    run
}

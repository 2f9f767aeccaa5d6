//! What a figure shows, read from a run.

use std::collections::BTreeMap;

use crate::{EventKind, Run};

/// How many permits or slots each resource has free, each time it changes.
pub fn available(run: &Run) -> BTreeMap<u32, Vec<(u64, u32)>> {
    let mut free = BTreeMap::new();
    for (id, resource) in run.resources.iter().enumerate() {
        if let (Ok(id), Some(capacity)) = (u32::try_from(id), resource.capacity)
        {
            free.insert(id, vec![(0, capacity)]);
        }
    }
    // Permits that a releasing lane handed on: they are never free.
    let mut handed: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for event in &run.events {
        let (resource, change) = match event.kind {
            EventKind::Acquired { lane, resource, n } => {
                let handed = handed.entry((resource, lane)).or_default();
                let from_hand = n.min(*handed);
                *handed -= from_hand;
                (resource, -i64::from(n - from_hand))
            }
            EventKind::Released {
                resource,
                n,
                to: Some(to),
                ..
            } => {
                *handed.entry((resource, to)).or_default() += n;
                continue;
            }
            EventKind::Released {
                resource,
                n,
                to: None,
                ..
            } => (resource, i64::from(n)),
            _ => continue,
        };
        let Some(points) = free.get_mut(&resource) else {
            continue;
        };
        let last = points.last().map_or(0, |point| i64::from(point.1));
        let now = u32::try_from((last + change).max(0)).unwrap_or(0);
        match points.last_mut() {
            Some(point) if point.0 == event.t => point.1 = now,
            _ => points.push((event.t, now)),
        }
    }
    free
}

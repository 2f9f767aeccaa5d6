//! Which lanes an event is about.

use crate::{By, EventKind};

impl EventKind {
    /// Every lane that an event names.
    pub fn each_lane(&self, see: &mut impl FnMut(u32)) {
        match self {
            EventKind::Created { lane, by }
            | EventKind::Spawned { lane, by } => {
                see(*lane);
                see(*by);
            }
            EventKind::Wait { lane, of, .. } => {
                see(*lane);
                of.iter().for_each(|lane| see(*lane));
            }
            EventKind::Wake { lane, by, .. } => {
                see(*lane);
                if let By::Lane(by) = by {
                    see(*by);
                }
            }
            EventKind::Released { lane, to, .. }
            | EventKind::Called { lane, to, .. } => {
                see(*lane);
                to.iter().for_each(|lane| see(*lane));
            }
            EventKind::Poll { lane }
            | EventKind::Pending { lane }
            | EventKind::Acquired { lane, .. }
            | EventKind::Sent { lane, .. }
            | EventKind::Received { lane, .. }
            | EventKind::Enter { lane, .. }
            | EventKind::Leave { lane, .. }
            | EventKind::Out { lane, .. }
            | EventKind::Cancel { lane, .. }
            | EventKind::Thrown { lane, .. }
            | EventKind::Handler { lane, .. }
            | EventKind::End { lane, .. } => see(*lane),
        }
    }
}

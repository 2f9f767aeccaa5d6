//! Sentences about who is inside a simulated service.

use super::Narrator;
use crate::walk::is_visit;

impl Narrator<'_> {
    pub(super) fn enters(
        &self,
        at: usize,
        lane: u32,
        what: &str,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let line = self.at_line(site);
        let by = self.run.lanes.get(lane as usize).and_then(|one| one.parent);
        let text = match by.filter(|_| is_visit(self.run, lane)) {
            Some(by) => format!("{} begins {what}{line}.", self.name(by)),
            None => format!("The service begins {what}{line}."),
        };
        (text, self.line(site), at + 1)
    }

    pub(super) fn leaves(
        &self,
        lane: u32,
        what: &str,
        dropped: bool,
    ) -> String {
        match dropped {
            // That it was dropped has just been said.
            true if self.lane(lane).ended.is_some() => String::new(),
            true => format!(
                "{what} is cut short: it is dropped before the service is \
                 done."
            ),
            false => format!("The service is done with {what}."),
        }
    }
}

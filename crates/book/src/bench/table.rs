//! The table of what was measured.

use std::time::Duration;

use anyhow::{Context, Result};

use crate::terminal;

pub struct Table {
    rounds: usize,
    lines: Vec<Line>,
}

struct Line {
    what: String,
    goal: String,
    median: String,
    worst: String,
}

impl Table {
    pub fn new(rounds: usize) -> Self {
        Table {
            rounds,
            lines: Vec::new(),
        }
    }

    /// Does what `round` does as often as was asked for, and notes how long
    /// it took. Once more at the beginning, which does not count: it fills
    /// caches and builds what is missing.
    pub fn times(
        &mut self,
        what: &str,
        goal: &str,
        mut round: impl FnMut(usize) -> Result<Duration>,
    ) -> Result<()> {
        terminal::line(&format!("measuring: {what}"));
        let mut all = (0..=self.rounds)
            .map(&mut round)
            .collect::<Result<Vec<Duration>>>()
            .with_context(|| format!("measuring: {what}"))?;
        all.remove(0);
        self.durations(what, goal, all);
        Ok(())
    }

    pub fn durations(&mut self, what: &str, goal: &str, all: Vec<Duration>) {
        let (median, worst) = median_and_worst(all);
        let (median, worst) =
            (terminal::seconds(median), terminal::seconds(worst));
        // The table comes at the end, if there is one.
        terminal::line(&format!("  median {median}, worst {worst}"));
        self.note(what, goal, &median, &worst);
    }

    pub fn note(&mut self, what: &str, goal: &str, median: &str, worst: &str) {
        self.lines.push(Line {
            what: what.to_owned(),
            goal: goal.to_owned(),
            median: median.to_owned(),
            worst: worst.to_owned(),
        });
    }

    /// What could not be measured, and what to do about it.
    pub fn missing(&mut self, what: &str, goal: &str, why: &str) {
        self.note(what, goal, "not measured", why);
    }

    pub fn to_markdown(&self) -> String {
        let mut text =
            String::from("| | goal | median | worst |\n|---|---|---|---|\n");
        for Line {
            what,
            goal,
            median,
            worst,
        } in &self.lines
        {
            text += &format!("| {what} | {goal} | {median} | {worst} |\n");
        }
        text
    }
}

pub fn median_and_worst(mut all: Vec<Duration>) -> (Duration, Duration) {
    all.sort();
    let median = all.get(all.len() / 2).copied().unwrap_or_default();
    (median, all.last().copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_the_median_and_the_worst() {
        let mut table = Table::new(3);
        let mut times = [100, 3, 1, 9].map(Duration::from_secs).into_iter();
        table
            .times("a thing", "2 s", |_| {
                times.next().context("the first does not count")
            })
            .unwrap();
        table.missing("another", "", "no tool for it");
        assert!(table.to_markdown().ends_with(
            "| a thing | 2 s | 3.00 s | 9.00 s |\n\
             | another |  | not measured | no tool for it |\n"
        ));
    }
}

//! The log as a picture made of characters: one row for each visitor.

use std::fmt::Write;
use std::time::Duration;

use crate::log::{Log, Visit};

const COLUMNS: u64 = 40;
const ROWS: usize = 14;
/// Stays that are told in numbers at the end of one row.
const TOLD: usize = 3;

/// One row per lane, in the order of their first visits.
pub fn chart(log: &Log) -> String {
    let visits = log.visits();
    if visits.is_empty() {
        return "  (nothing ran)\n".to_owned();
    }
    let now = log.now();
    let last = visits.iter().filter_map(|visit| visit.end).max();
    let unfinished = visits.iter().any(|visit| visit.end.is_none());
    // A deadlock is found an hour later; the picture stops where life did.
    let latest = visits.iter().map(|visit| visit.start).max();
    let mut until = last.max(latest).unwrap_or(now);
    if unfinished && now < until * 2 {
        until = until.max(now);
    }
    let scale = scale(until);
    let mut lanes: Vec<(&str, Vec<&Visit>)> = Vec::new();
    for visit in &visits {
        match lanes.iter_mut().find(|(lane, _)| *lane == visit.lane) {
            Some((_, stays)) => stays.push(visit),
            None => lanes.push((&visit.lane, vec![visit])),
        }
    }
    let width = lanes.iter().map(|(lane, _)| lane.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (lane, stays) in lanes.iter().take(ROWS) {
        let row = row(stays, scale, until);
        let _ = writeln!(text, "  {lane:width$} |{row}  {}", told(stays));
    }
    if lanes.len() > ROWS {
        let _ = writeln!(text, "  … and {} more", lanes.len() - ROWS);
    }
    text
}

/// Milliseconds per column: a round number.
fn scale(until: Duration) -> u64 {
    let least = (until.as_millis() as u64).div_ceil(COLUMNS).max(1);
    let mut decade = 1;
    loop {
        for step in [decade, 2 * decade, 5 * decade] {
            if step >= least {
                return step;
            }
        }
        decade *= 10;
    }
}

fn row(stays: &[&Visit], scale: u64, until: Duration) -> String {
    let column = |at: Duration| (at.as_millis() as u64 / scale) as usize;
    let mut cells: Vec<char> = Vec::new();
    for (turn, visit) in stays.iter().enumerate() {
        let from = column(visit.start);
        let to = column(visit.end.unwrap_or(until)).max(from + 1);
        if cells.len() < to {
            cells.resize(to, ' ');
        }
        // Neighbors in one lane differ, or two stays would look like one.
        let fill = if turn % 2 == 0 { '#' } else { '=' };
        cells[from..to].fill(fill);
        match visit.end {
            None => cells[to - 1] = '>',
            Some(_) if visit.dropped => cells[to - 1] = 'x',
            Some(_) => {}
        }
    }
    cells.into_iter().collect()
}

fn told(stays: &[&Visit]) -> String {
    let mut words: Vec<String> = stays
        .iter()
        .take(TOLD)
        .map(|visit| {
            let start = visit.start.as_millis();
            match visit.end {
                None => format!("{start} -> not finished"),
                Some(end) if visit.dropped => {
                    format!("{start} -> dropped at {} ms", end.as_millis())
                }
                Some(end) => format!("{start} -> {} ms", end.as_millis()),
            }
        })
        .collect();
    if stays.len() > TOLD {
        words.push(format!("… {} in all", stays.len()));
    }
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ms;

    #[tokio::test(start_paused = true)]
    async fn bars_stand_where_the_visits_were() {
        let log = Log::new();
        log.visit("page 9", ms(100)).await;
        log.visit("page 10", ms(50)).await;
        log.visit("page 9", ms(50)).await;
        assert_eq!(
            chart(&log),
            "  page 9  |####################          ==========  \
             0 -> 100 ms, 150 -> 200 ms\n  \
             page 10 |                    ##########  100 -> 150 ms\n"
        );
    }

    #[tokio::test(start_paused = true)]
    async fn what_did_not_end_says_so() {
        let log = Log::new();
        let _open = log.enter("a");
        drop(log.enter("b"));
        tokio::time::sleep(ms(3_600_000)).await;
        let text = chart(&log);
        assert!(text.contains("a |>  0 -> not finished"), "{text}");
        assert!(text.contains("b |x  0 -> dropped at 0 ms"), "{text}");
    }

    #[tokio::test(start_paused = true)]
    async fn many_lanes_are_cut() {
        let log = Log::new();
        assert_eq!(chart(&log), "  (nothing ran)\n");
        for page in 0..20 {
            drop(log.enter(format!("page {page}")));
        }
        assert!(chart(&log).ends_with("  … and 6 more\n"));
    }
}

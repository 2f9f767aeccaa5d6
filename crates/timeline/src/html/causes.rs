//! What the viewer answers when a reader asks "why here?".

use std::collections::BTreeMap;

use super::told::Told;
use crate::data::{BlockedData, LinkData, WhyData};
use crate::rows;
use crate::steps::Step;
use crate::walk::Phase;
use crate::why::{Chain, ChainEnd, blocked, led_to};

/// More steps than this have no causes: nobody reads them all, and a reader's
/// own run is drawn while they wait.
const MOST_STEPS: usize = 400;

/// What stands in the way is asked so often at the most.
const MOST_ASKED: usize = 400;

/// `drawn` are the lanes that lead the rows that are drawn.
pub fn why_data(told: &Told<'_>, drawn: &[(u32, usize)]) -> WhyData {
    let Told { run, model, steps } = told;
    let mut data = WhyData::default();
    if steps.len() > MOST_STEPS {
        return data;
    }
    let step_of = |event: usize| {
        let after = steps.partition_point(|step: &Step| step.to <= event);
        after.min(steps.len().saturating_sub(1))
    };
    // A chain is the rest of many others: each link is told once.
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    let mut of = vec![0; steps.len()];
    for (i, step) in steps.iter().enumerate().rev() {
        if let Some(link) = known.get(&step.from) {
            of[i] = *link;
            continue;
        }
        of[i] = data.links.len();
        let chain = led_to(run, step.from);
        for link in &chain.links {
            if let Some(rest) = known.get(&link.at) {
                set_next(&mut data.links, Some(*rest));
                break;
            }
            let place = data.links.len();
            if known.insert(link.at, place).is_none() && link.at != step.from {
                set_next(&mut data.links, Some(place));
            }
            data.links.push(LinkData {
                step: step_of(link.at),
                text: link.text.clone(),
                next: None,
            });
        }
    }
    data.of = of;
    let row_of = rows::row_of(run);
    let row = |lane: u32| {
        let leads = row_of.get(lane as usize)?;
        drawn.iter().position(|(lane, _)| lane == leads)
    };
    let waits = model
        .segments
        .iter()
        .filter(|segment| matches!(segment.phase, Phase::Waiting { .. }));
    let waits: Vec<_> = waits
        .filter_map(|one| Some((row(one.lane)?, one)))
        .map(|(row, one)| (row, one, step_of(one.from)..=step_of(one.to)))
        .collect();
    let all: usize = waits.iter().map(|(.., of)| of.clone().count()).sum();
    for (row, segment, of) in waits {
        // Where that is too much, the last of it is told for all of it.
        let first = if all > MOST_ASKED {
            *of.end()
        } else {
            *of.start()
        };
        for step in first..=*of.end() {
            let Some(end) = steps.get(step).map(|step| step.to) else {
                break;
            };
            // What ends the wait is no answer to what it waits for.
            let until = end.min(segment.to.max(segment.from + 1));
            let last = segment.to + 1 == run.events.len();
            let until = if last { end } else { until };
            let chain = blocked(run, segment.lane, until);
            let from = if all > MOST_ASKED { *of.start() } else { step };
            let next = blocked_data(&chain, row, from, step_of);
            let same = |last: &BlockedData| {
                (last.row, &last.links, last.end)
                    == (row, &next.links, next.end)
            };
            if chain.end != ChainEnd::Ready
                && !data.blocked.last().is_some_and(same)
            {
                data.blocked.push(next);
            }
        }
    }
    data
}

fn set_next(links: &mut [LinkData], next: Option<usize>) {
    if let Some(link) = links.last_mut() {
        link.next = next;
    }
}

fn blocked_data(
    chain: &Chain,
    row: usize,
    from: usize,
    step_of: impl Fn(usize) -> usize,
) -> BlockedData {
    let links = chain.links.iter();
    BlockedData {
        row,
        from,
        links: links
            .map(|link| (step_of(link.at), link.text.clone()))
            .collect(),
        end: match chain.end {
            ChainEnd::Circle(0) if chain.links.len() == 1 => {
                "It waits for itself."
            }
            ChainEnd::Circle(_) => "A circle: none of them can go on.",
            ChainEnd::Nobody => "Nobody is known who could end this wait.",
            ChainEnd::Outside => "That comes from outside of the program.",
            ChainEnd::Time => "That ends by itself.",
            ChainEnd::Ready => "That one can go on.",
            ChainEnd::Start => "",
        },
    }
}

//! The cancel-safety card has a row, and a run, for each thing of a library
//! that an example of Parts I to V awaits. Which these are, the examples say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::{real_book::root, rust};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The examples that the chapters of Parts I to V show.
fn examples() -> BTreeSet<String> {
    let summary = read("src/SUMMARY.md");
    let (_, parts) = summary.split_once("# Part I.").unwrap();
    let (parts, _) = parts.split_once("# Part VI.").unwrap();
    let pages = parts.split("](").skip(1).filter_map(|rest| {
        let page = rest.split(')').next()?;
        (!page.is_empty()).then(|| read(&format!("src/{page}")))
    });
    let shown = pages.flat_map(|page| {
        let names = page.split("../examples/").skip(1).filter_map(|rest| {
            let (name, _) = rest.split_once(".rs")?;
            let plain = |c: char| c.is_alphanumeric() || c == '_';
            name.chars().all(plain).then(|| name.to_owned())
        });
        names.collect::<Vec<_>>()
    });
    shown.collect()
}

/// What is awaited and loses nothing by its nature: what hands another future
/// on, what only gives way, what is never ready or always. Processes are a later part's.
const NO_WAIT: [&str; 9] = [
    "as_mut",
    "bind",
    "catch_unwind",
    "consume_budget",
    "pending",
    "pin",
    "ready",
    "scope",
    "status",
];

/// Those whose future is a `JoinHandle`, which has its row.
const HANDLES: [&str; 2] = ["spawn", "spawn_local"];

#[test]
fn each_awaitable_of_the_chapters_has_its_row_and_its_run() {
    let mut awaited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for example in examples() {
        let source = read(&format!("examples/{example}.rs"));
        let found = rust::names(&source).expect(&example);
        assert!(found.unknown.is_empty(), "{example}: {:?}", found.unknown);
        for name in found.awaited.difference(&found.bound) {
            awaited
                .entry(name.clone())
                .or_default()
                .push(example.clone());
        }
    }
    assert!(awaited.contains_key("recv") && awaited.contains_key("select!"));
    let card = read("src/cancel-safety-card.md");
    let rows: Vec<&str> =
        card.lines().filter(|line| line.starts_with("| ")).collect();
    let runs: String = card
        .split("../recordings/card_")
        .skip(1)
        .map(|rest| {
            let name = rest.split(".txt").next().unwrap();
            read(&format!("examples/card_{name}.rs"))
        })
        .collect();
    let word = |text: &str, name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let inner = |c: char| c.is_alphanumeric() || c == '_';
            !text[..at].ends_with(inner)
                && !text[at + name.len()..].starts_with(inner)
        })
    };
    let mut wrong = Vec::new();
    for (name, examples) in awaited {
        if NO_WAIT.contains(&name.as_str()) {
            continue;
        }
        let name = match HANDLES.contains(&name.as_str()) {
            true => "JoinHandle".to_owned(),
            false => name,
        };
        let first = |row: &&&str| {
            let cell = row.split(" | ").next().unwrap_or_default();
            word(cell, &name)
        };
        let run = word(&runs, &name) || name == "JoinHandle";
        let what = match (rows.iter().find(first), run) {
            (None, _) => "no row",
            (_, false) => "no run",
            _ => continue,
        };
        wrong.push(format!("{name}: {what} (used by {})", examples.join(", ")));
    }
    assert!(wrong.is_empty(), "the card lacks\n{}", wrong.join("\n"));
}

//! A program that is killed at any moment leaves whole files behind.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use checker::desk::{Desk, Kind, find};
use checker::{Progress, reset_all, undo_all};

use crate::fixture::Fixture;

const ROLE: &str = "DRILL_TEST_KILLED";
const ROUNDS: usize = 20;

fn desk(root: &Path) -> Desk {
    find(root, root, Kind::Exercise, "double").unwrap()
}

fn mine(turn: u32) -> String {
    format!("// {turn}\n{}", "// and so on\n".repeat(2000))
}

/// Saves, resets and brings back until it is killed; says each step.
fn work(root: &Path) {
    let mut progress = Progress::load(root).unwrap();
    let mut out = std::io::stdout();
    let mut step = || {
        writeln!(out, "step").unwrap();
        out.flush().unwrap();
    };
    for turn in 0.. {
        desk(root).save(&mine(turn)).unwrap();
        step();
        progress.update("double", |e| e.hints = vec![turn]).unwrap();
        step();
        reset_all(root, root).unwrap();
        step();
        undo_all(root, root).unwrap();
        step();
    }
}

#[test]
fn what_was_written_is_whole_and_nothing_is_gone() {
    if let Some(root) = std::env::var_os(ROLE) {
        return work(Path::new(&root));
    }
    let fixture = Fixture::new("killed");
    let root = &fixture.root;
    let stub = fixture.exercise().stub(root).unwrap();
    let test = "killed::what_was_written_is_whole_and_nothing_is_gone";
    for round in 0..ROUNDS {
        let mut program = Command::new(std::env::current_exe().unwrap())
            .args([test, "--exact", "--nocapture"])
            .env(ROLE, root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(program.stdout.take().unwrap());
        // Somewhere after this step; each round after another one.
        let steps = out.lines().map_while(Result::ok);
        let mut steps = steps.filter(|line| line.ends_with("step"));
        assert!(steps.nth(10 + round).is_some());
        program.kill().unwrap();
        program.wait().unwrap();

        let text = desk(root).text().unwrap();
        let kept = desk(root).backups();
        let texts = kept.iter().map(|backup| backup.text().unwrap());
        let all: Vec<String> = texts.chain([text]).collect();
        // Each is one that was saved, or the stub.
        for text in all.iter().filter(|text| **text != stub) {
            let head = text.lines().next().unwrap();
            let turn = head.trim_start_matches("// ").parse().unwrap();
            assert_eq!(*text, mine(turn));
        }
        assert!(
            all.iter().any(|text| *text != stub),
            "the last save is gone"
        );
        let progress = Progress::load(root).unwrap();
        assert_eq!(progress.notice(), None);
        assert_eq!(progress.entry("double").hints.len(), 1);
        // Where it ended between a reset and its undo, it goes on.
        if checker::has_batch(root) {
            undo_all(root, root).unwrap();
        }
    }
}

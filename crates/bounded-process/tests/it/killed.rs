//! A server that is killed leaves no program running.

use std::path::PathBuf;
use std::process::Child;
use std::thread;

use bounded_process::{ProcessTag, leftover};

use crate::program::{program, silent};

struct Server {
    process: Child,
    says: PathBuf,
}

/// A server that runs what the word says.
fn server(name: &str, word: &str) -> Server {
    let says = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&says);
    let mut command = silent(program(word));
    command.env("SAYS", &says);
    let process = command.spawn().unwrap();
    Server { process, says }
}

impl Server {
    /// Once there are so many processes of its run: their tag.
    fn running(&self, many: usize) -> String {
        loop {
            let tag = std::fs::read_to_string(&self.says).unwrap_or_default();
            if !tag.is_empty() && carriers(&tag) >= many {
                return tag;
            }
            thread::yield_now();
        }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// How many carry this tag.
fn carriers(tag: &str) -> usize {
    let word = format!("{}={tag}", ProcessTag::NAME);
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| std::fs::read(entry.path().join("environ")).ok())
        .filter(|text| text.split(|b| *b == 0).any(|v| v == word.as_bytes()))
        .count()
}

/// The system is still at it.
fn ends(tag: &str) {
    while carriers(tag) > 0 {
        thread::yield_now();
    }
}

#[test]
fn its_program_ends_with_it() {
    let server = server("killed-alone", "serve threads 3");
    let tag = server.running(1);
    server.kill();
    ends(&tag);
}

#[test]
fn what_its_program_has_started_is_ended_by_the_guard() {
    let server = server("killed-guarded", "serve-guarded leave");
    let tag = server.running(2);
    server.kill();
    ends(&tag);
}

#[test]
fn the_rest_is_ended_by_the_next_start() {
    let living = server("living", "serve leave");
    let theirs = living.running(2);
    let killed = server("killed-swept", "serve leave");
    let tag = killed.running(2);
    killed.kill();
    // The program is gone; what it has started has left it.
    while carriers(&tag) > 1 {
        thread::yield_now();
    }
    leftover::sweep();
    assert_eq!(carriers(&tag), 0);
    assert_eq!(carriers(&theirs), 2, "its server lives");
    living.kill();
    leftover::sweep();
    ends(&theirs);
}

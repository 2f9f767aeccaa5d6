//! Each limit holds from the first moment, for all processes together, and
//! says its number.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use bounded_process::{Cancel, End, Limit, Limits, Outcome};

use crate::program::{bounded, limits, program};

/// A folder on the disk: a file in memory is written to no disk.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn limit(outcome: &Outcome) -> Limit {
    match outcome.end {
        End::Limit(limit) => limit,
        other => panic!("no limit: {other:?}: {}", outcome.said),
    }
}

#[test]
fn no_program_reserves_memory_before_its_limit_is_set() {
    let gib: u64 = 10 << 30;
    for _ in 0..100 {
        let (outcome, said) =
            bounded(program(&format!("reserve {gib}")), &limits());
        assert_eq!(outcome.end, End::Exit(0));
        assert!(said.stdout().contains("reserved: false"));
    }
}

#[test]
fn no_program_writes_a_large_file_before_its_limit_is_set() {
    let folder = folder("writes");
    let file = folder.join("file");
    let small = limits().with(|most| most.file = 1 << 20);
    for _ in 0..100 {
        let word = format!("write {}", file.display());
        let (outcome, _) = bounded(program(&word), &small);
        assert_eq!(limit(&outcome), Limit::File(1 << 20));
        assert!(file.metadata().unwrap().len() <= 1 << 20);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_limit_of_the_system_stands_at_the_first_instruction() {
    let mut shell = Command::new("bash");
    shell.args(["-c", "ulimit -v; ulimit -f; ulimit -c; ulimit -t"]);
    let limits = limits();
    let (_, said) = bounded(shell, &limits);
    let said = said.stdout();
    let numbers: Vec<u64> =
        said.lines().map(|line| line.parse().unwrap()).collect();
    let most = limits.resources.unwrap();
    // In KiB.
    assert_eq!(numbers[..2], [most.address_space >> 10, most.file >> 10]);
    assert_eq!(numbers[2], 0);
    assert!(numbers[3] > 120, "more than the clock: {numbers:?}");
}

#[test]
fn more_memory_than_one_process_may_have_is_named() {
    let (outcome, _) = bounded(program("allocate 8589934592"), &limits());
    assert_eq!(limit(&outcome), Limit::AddressSpace(4 << 30));
}

#[test]
fn memory_is_added_up_over_all_processes() {
    let small = limits().with(|most| most.memory = 300 << 20);
    // One alone may.
    let word = format!("start 1 allocate {}", 200 << 20);
    let (outcome, _) = bounded(program(&word), &small);
    assert_eq!(outcome.end, End::Exit(0));
    let word = format!("start 3 touch {}", 150 << 20);
    let (outcome, _) = bounded(program(&word), &small);
    assert_eq!(limit(&outcome), Limit::Memory(300 << 20));
}

#[test]
fn memory_of_one_process_is_ended_as_soon_as_it_is_used() {
    let small = limits().with(|most| most.memory = 100 << 20);
    let word = format!("touch {}", 200 << 20);
    let (outcome, _) = bounded(program(&word), &small);
    assert_eq!(limit(&outcome), Limit::Memory(100 << 20));
}

#[test]
fn threads_are_added_up_over_all_processes() {
    let few = limits().with(|most| most.threads = 60);
    let (outcome, _) = bounded(program("start 3 threads 30"), &few);
    assert_eq!(limit(&outcome), Limit::Threads(60));
    let (outcome, _) = bounded(program("threads 100"), &few);
    assert_eq!(limit(&outcome), Limit::Threads(60));
}

#[test]
fn many_small_files_are_added_up() {
    let little = limits().with(|most| most.disk = 8 << 20);
    for start in ["", "start 1 "] {
        // A folder for each: to truncate a file that is not on the disk yet
        // takes back what another program has written.
        let folder = folder(&format!("many-files{}", start.len()));
        let word = format!("{start}many-files {}", folder.display());
        let (outcome, _) = bounded(program(&word), &little);
        assert_eq!(limit(&outcome), Limit::Disk(8 << 20));
        std::fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn processes_are_counted() {
    let few = limits().with(|most| most.processes = 8);
    let (outcome, _) = bounded(program("start 4 start 3 threads 0"), &few);
    assert_eq!(limit(&outcome), Limit::Processes(8));
}

#[test]
fn the_clock_ends_what_waits_and_what_is_busy() {
    let short = Limits {
        time: Duration::from_millis(200),
        ..Limits::default()
    };
    for script in ["sleep 600", "while :; do :; done"] {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        let (outcome, _) = bounded(shell, &short);
        assert_eq!(limit(&outcome), Limit::Time(short.time));
    }
}

/// What is printed is cut where the limit stands, and not somewhere after.
#[test]
fn output_is_cut_at_its_limit() {
    let small = Limits {
        output: 1000,
        lines: 10,
        ..limits()
    };
    let mut shell = Command::new("sh");
    shell.args(["-c", "while :; do echo line; done"]);
    let (outcome, said) = bounded(shell, &small);
    assert_eq!(limit(&outcome), Limit::Lines(10));
    assert_eq!(said.stdout(), "line\n".repeat(10));
    let mut shell = Command::new("sh");
    shell.args(["-c", "while :; do printf 1234567 >&2; done"]);
    let (outcome, said) = bounded(shell, &small);
    assert_eq!(limit(&outcome), Limit::Output(1000));
    assert_eq!(said.stderr().len(), 1000);
    // Also when the program has ended before anybody has read it.
    let mut shell = Command::new("sh");
    shell.args(["-c", "seq 11"]);
    let (outcome, said) = bounded(shell, &small);
    assert_eq!(limit(&outcome), Limit::Lines(10));
    assert!(said.stdout().ends_with("\n9\n10\n"));
}

#[test]
fn a_child_is_cancelled_with_its_parent() {
    let cancel = Cancel::default();
    let child = cancel.child();
    assert!(!child.is_cancelled());
    child.cancel();
    assert!(child.is_cancelled() && !cancel.is_cancelled());
    let sibling = cancel.child();
    cancel.cancel();
    assert!(sibling.is_cancelled());
}

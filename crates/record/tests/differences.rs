//! The sentences in which wrong answers part from the expected run, by what
//! they say. All of them stand in `recordings/exercises/differences.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn sentences() -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../recordings/exercises/differences.txt");
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    lines
        .map(|(name, sentence)| (name.to_owned(), sentence.to_owned()))
        .collect()
}

/// Each answer, and what its sentence must have, in this order.
const SAYS: &[(&str, &[&str])] = &[
    (
        "semaphore/permit_dropped",
        &[
            "Expected: `page 3` begins at 100 ms",
            "`page 0` has given a permit back",
            "Yours: it begins at 0 ms",
            "no permit was held",
        ],
    ),
    (
        "semaphore/no_limit",
        &["`page 3`", "0 ms; no permit was held"],
    ),
    (
        "semaphore/limit_plus_one",
        &["`page 3`", "100 ms", "0 ms, with a permit that is free"],
    ),
    (
        "semaphore/two_permits",
        &[
            "`page 1` begins at 0 ms",
            "100 ms",
            "`page 1` waits for a permit",
        ],
    ),
    (
        "semaphore/leaked",
        &[
            "ends at 400 ms",
            "a deadlock",
            "100 ms",
            "wait for a permit",
        ],
    ),
    (
        "semaphore/block_on",
        &[
            "`page 0` keeps the thread from 0 ms on",
            "last seen at line",
        ],
    ),
    (
        "semaphore/one_by_one",
        &["`page 1` begins at 0 ms", "100 ms, when `page 0` is over"],
    ),
    (
        "semaphore/not_awaited",
        &[
            "`page 0` begins at 0 ms",
            "has not begun",
            "`fetch_all` ends",
        ],
    ),
    (
        "semaphore/completion_order",
        &["is as expected", "what is returned", "Expected", "Yours"],
    ),
    (
        "lost_permit/only_one",
        &["`page 1` begins at 0 ms", "50 ms", "given a permit back"],
    ),
    (
        "hedged/a_fixed_patience",
        &["`second` begins at 300 ms", "sleep is over", "at 100 ms"],
    ),
    (
        "hedged/both_at_once",
        &["`second` never begins", "begins at 0 ms"],
    ),
    (
        "hedged/first_as_a_task",
        &[
            "`first` is dropped at 200 ms",
            "Yours: it is done at 1000 ms",
        ],
    ),
    (
        "hedged/timeout_kills",
        &[
            "`first` is done at 150 ms",
            "Yours: it is dropped at 100 ms",
        ],
    ),
    (
        "grace/abort_at_once",
        &["`index` is dropped at 200 ms", "dropped at 0 ms", "aborted"],
    ),
    (
        "grace/grace_for_each",
        &["`b` is dropped at 100 ms", "done at 120 ms"],
    ),
    (
        "grace/always_the_whole_grace",
        &["`shut_down` ends at 50 ms", "ends at 200 ms"],
    ),
    (
        "pipeline/lock_held",
        &["`worker 1`", "500 ms", "`worker 0` has given a lock back"],
    ),
    (
        "pipeline/kept_sender",
        &["a deadlock", "1000 ms", "waits for a message"],
    ),
    (
        "pipeline/busy_waiting",
        &["ends at 1000 ms", "goes on without an end"],
    ),
    (
        "by_hand/leaked",
        &[
            "`leftover` is dropped at 0 ms",
            "still under way at the end",
        ],
    ),
    (
        "by_hand/no_timers",
        &["`run` ends at 0 ms", "`run` panics", "timers"],
    ),
    (
        "dashboard/asked_twice",
        &["`name` begins only once", "a 2nd time at 300 ms"],
    ),
    (
        "heartbeat/burst",
        &["`beat 2` begins at 350 ms, at its tick", "260 ms"],
    ),
    (
        "transfer/in_the_order_of_the_money",
        &["210 ms", "a deadlock", "from 10 ms on", "the lock"],
    ),
    (
        "forgotten/all_spawned",
        &[
            "`charge 7` begins at 100 ms",
            "`reserve 7` is over",
            "at 0 ms",
        ],
    ),
    (
        "first_two/always_two",
        &["ends at 300 ms", "panics at 300 ms", "there are two"],
    ),
    (
        "share/joined",
        &[
            "as expected",
            "task is spawned",
            "Yours: no task is spawned",
        ],
    ),
];

#[test]
fn they_say_who_parts_and_when_and_why() {
    let sentences = sentences();
    for (answer, parts) in SAYS {
        let sentence = &sentences[*answer];
        let mut rest = sentence.as_str();
        for part in *parts {
            let at = rest.find(part);
            let at = at
                .unwrap_or_else(|| panic!("{answer}: no `{part}`: {sentence}"));
            rest = &rest[at + part.len()..];
        }
    }
}

/// Code is between backticks only where it is a name.
#[test]
fn none_gives_the_solutions_code_away() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (answer, sentence) in sentences() {
        let (exercise, _) = answer.split_once('/').unwrap();
        let path = root.join(format!("solutions/src/{exercise}.rs"));
        let solution = fs::read_to_string(path).unwrap();
        for line in solution.lines().map(str::trim) {
            let long = line.len() >= 12 && !line.starts_with("//");
            assert!(!long || !sentence.contains(line), "{answer}: {line}");
        }
    }
}

#[test]
fn every_wrong_answer_has_one() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../answers/answers");
    let sentences = sentences();
    for exercise in fs::read_dir(dir).unwrap() {
        for answer in fs::read_dir(exercise.unwrap().path()).unwrap() {
            let path = answer.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            if text.starts_with("//! right") {
                continue;
            }
            let exercise = path.parent().unwrap().file_name().unwrap();
            let name = path.file_stem().unwrap();
            let name = format!("{}/{}", exercise.display(), name.display());
            assert!(sentences.contains_key(&name), "{name}");
        }
    }
}

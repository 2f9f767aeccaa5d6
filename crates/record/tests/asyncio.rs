//! The recorder for asyncio, on small programs: each has a line for each
//! event beside it. `UPDATE=1 cargo test -p record --test asyncio` writes them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The versions on which the recorder was tried, and what is there.
fn pythons() -> Vec<String> {
    let test = "import sys; \
        sys.exit(not (3, 11) <= sys.version_info < (3, 14))";
    let names = ["python3", "python3.11", "python3.12", "python3.13"];
    let there = |python: &str| {
        let tried = Command::new(python).args(["-c", test]).output();
        tried.is_ok_and(|output| output.status.success())
    };
    let found: Vec<String> = names
        .into_iter()
        .filter(|python| there(python))
        .map(str::to_owned)
        .collect();
    if found.is_empty() {
        eprintln!("skipped: no Python from 3.11 to 3.13 here");
    }
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

const DIR: &str = "crates/record/tests/asyncio";

fn told(python: &str, arguments: &[&str]) -> String {
    let output = Command::new(python)
        .current_dir(root())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .args(["crates/record/asyncio", "--told"])
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr)
}

/// The programs on the paused clock: their names.
fn programs() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join(DIR))
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".py").map(str::to_owned)
        })
        .filter(|name| name != "threads" && name != "flood")
        .collect();
    names.sort();
    assert!(names.len() > 10, "{names:?}");
    names
}

#[test]
fn each_program_is_told_as_it_was_written_down() {
    for python in pythons() {
        for name in programs() {
            let told = told(&python, &[&format!("{DIR}/{name}.py")]);
            let path = root().join(DIR).join(format!("{name}.txt"));
            if env::var_os("UPDATE").is_some() {
                fs::write(&path, &told).unwrap();
            }
            let known = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(told, known, "{name} with {python}");
        }
    }
}

#[test]
fn the_same_program_gives_the_same_recording_twenty_times() {
    let Some(python) = pythons().into_iter().next() else {
        return;
    };
    let program = format!("{DIR}/locks.py");
    let first = told(&python, &[&program]);
    for _ in 1..20 {
        assert_eq!(told(&python, &[&program]), first);
    }
}

#[test]
fn a_function_on_a_thread_is_on_the_machines_clock() {
    for python in pythons() {
        let told = told(&python, &[&format!("{DIR}/threads.py")]);
        assert!(told.starts_with("real clock, ok"), "{told}");
        let at = |words: &str| {
            told.find(words)
                .unwrap_or_else(|| panic!("no {words}: {told}"))
        };
        assert!(at("reads spawned by main") < at("reads poll"), "{told}");
        assert!(at("reads out read a file") < at("reads end done"), "{told}");
        assert!(at("join of reads") < at("main wake by reads"), "{told}");
    }
}

#[test]
fn what_has_no_end_is_stopped() {
    for python in pythons() {
        let told = told(&python, &[&format!("{DIR}/flood.py")]);
        assert!(told.starts_with("virtual clock, flood"), "{python}");
        assert_eq!(told.lines().count(), 20_001);
    }
}

#[test]
fn bad_words_have_an_error_that_names_them() {
    for python in pythons() {
        let program = format!("{DIR}/queues.py");
        let told_of = |words: &[&str]| told(&python, words);
        let none = told_of(&["examples/no_such.py"]);
        assert!(none.contains("no_such.py"), "{none}");
        let constant = told_of(&["--set", "SIZE=3", &program]);
        assert!(constant.contains("SIZE is no constant"), "{constant}");
    }
}

#[test]
fn a_program_that_does_not_compile_is_refused_with_its_line() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("broken.py");
    fs::write(&path, "async def main(:\n").unwrap();
    for python in pythons() {
        let told = told(&python, &[path.to_str().unwrap()]);
        assert!(told.contains("broken.py, line 1"), "{told}");
        assert!(!told.contains("Traceback"), "{told}");
    }
}

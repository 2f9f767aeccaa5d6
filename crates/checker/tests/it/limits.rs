//! What a check starts ends with it, and each limit has its own words.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use checker::{Cancel, Limits, Mark, Verdict};

use crate::fixture::Fixture;

fn limits() -> Limits {
    Limits {
        check_time: Duration::from_secs(60),
        output: 64 * 1024,
        memory: 512 << 20,
        ..Limits::default()
    }
}

fn message(fixture: &Fixture) -> (&'static str, String) {
    match fixture.verdict(&limits()).unwrap() {
        Verdict::Failing { message, .. } => ("failing", message),
        Verdict::Hung { message, .. } => ("hung", message),
        other => panic!("neither failing nor hung: {other:?}"),
    }
}

#[test]
fn what_a_check_starts_does_not_outlive_it() {
    let fixture = Fixture::new("children");
    fixture.body(
        "std::process::Command::new(\"sleep\").arg(\"60\").spawn().unwrap(); \
         n * 2",
    );
    let begun = Instant::now();
    // The child holds the pipe open: only its end lets us read to the end.
    assert_eq!(fixture.verdict(&limits()).unwrap(), Verdict::Solved);
    assert!(begun.elapsed() < Duration::from_secs(50));
}

/// A program that an answer starts; it has another word in its environment by
/// which the test finds it.
fn starts(fixture: &Fixture, program: &str, rest: &str) {
    fixture.answer(&format!(
        "use std::process::{{Command, Stdio}};\n\
         pub fn double(n: u32) -> u32 {{\n    \
         let mut child = Command::new(\"setsid\");\n    \
         child.args([{program}]);\n    {rest}\n    n * 2\n}}\n"
    ));
}

#[test]
fn what_has_left_the_group_ends_too() {
    for (name, output) in
        [("silent", "Stdio::null()"), ("loud", "Stdio::inherit()")]
    {
        let fixture = Fixture::new(&format!("left-{name}"));
        let witness = Mark::new();
        starts(
            &fixture,
            "\"sleep\", \"60\"",
            &format!(
                "child.env(\"BOOK_WITNESS\", {:?});\n    \
                 child.stdout({output}).stderr({output}).spawn().unwrap();",
                witness.value()
            ),
        );
        let begun = Instant::now();
        assert_eq!(fixture.verdict(&limits()).unwrap(), Verdict::Solved);
        assert!(begun.elapsed() < Duration::from_secs(50), "{name}");
        assert_eq!(carriers(witness.value()), 0, "{name}");
    }
}

/// Whoever has this word in the environment, and lives.
fn carriers(word: &str) -> usize {
    let word = format!("BOOK_WITNESS={word}");
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| std::fs::read(entry.path().join("environ")).ok())
        .filter(|text| text.split(|b| *b == 0).any(|v| v == word.as_bytes()))
        .count()
}

#[test]
fn a_program_that_starts_others_without_end_is_stopped() {
    let fixture = Fixture::new("bomb");
    let witness = Mark::new();
    // Each starts the next and waits; one of two leaves the group. Bounded,
    // so that a test that fails does not take the machine along.
    starts(
        &fixture,
        "\"sh\", \"-c\", \"i=0; while [ $i -lt 300 ]; do setsid sleep 60 & \
         sleep 60 & i=$((i+1)); done; wait\"",
        &format!(
            "child.env(\"BOOK_WITNESS\", {:?});\n    \
             child.stdin(Stdio::null()).status().unwrap();",
            witness.value()
        ),
    );
    let (state, said) = message(&fixture);
    assert_eq!(state, "hung");
    assert!(said.contains("more than 32 processes"), "{said}");
    assert_eq!(carriers(witness.value()), 0);
}

#[test]
fn an_endless_recursion_is_named() {
    let fixture = Fixture::new("stack");
    fixture.answer(
        "#[allow(unconditional_recursion)]\npub fn double(n: u32) -> u32 {\n\
         std::hint::black_box(double(std::hint::black_box(n)) + n)\n}\n",
    );
    let (state, said) = message(&fixture);
    assert_eq!(state, "failing");
    assert!(said.contains("used up its stack"), "{said}");
}

#[test]
fn a_signal_has_a_name() {
    let fixture = Fixture::new("signal");
    fixture.body("std::process::abort(); #[allow(unreachable_code)] n");
    let (_, said) = message(&fixture);
    assert!(said.contains("SIGABRT"), "{said}");
}

/// The compiler's part of a verdict is cancelled like any other.
#[test]
fn a_build_that_is_cancelled_ends_its_compiler() {
    let fixture = Fixture::new("cancel-build");
    fixture.body("n * 2");
    let witness = Mark::new();
    // A compiler that never ends, and says that it was started.
    let rustc = fixture.root.join("rustc.sh");
    let said = fixture.root.join("started");
    fixture.write(
        "rustc.sh",
        &format!(
            "#!/bin/sh\ncase \"$*\" in *--crate-name*01_double*)\n\
             export BOOK_WITNESS={}\nsetsid true\ntouch {}\nexec sleep 60;;\n\
             esac\nexec \"$@\"\n",
            witness.value(),
            said.display()
        ),
    );
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&rustc, std::fs::Permissions::from_mode(0o755))
        .unwrap();
    fixture.write(
        ".cargo/config.toml",
        &format!("[build]\nrustc-wrapper = {rustc:?}\n"),
    );
    let cancel = Cancel::default();
    let limits = Limits {
        cancel: cancel.clone(),
        ..limits()
    };
    let error = std::thread::scope(|scope| {
        let judging = scope.spawn(|| fixture.verdict(&limits).unwrap_err());
        while !said.exists() {
            assert!(!judging.is_finished(), "{}", judging.join().unwrap());
            std::thread::yield_now();
        }
        cancel.cancel();
        judging.join().unwrap()
    });
    assert!(error.to_string().contains("cancelled"), "{error}");
    // Killed; the system may still be at it.
    let begun = Instant::now();
    while carriers(witness.value()) > 0 {
        assert!(begun.elapsed() < Duration::from_secs(30));
        std::thread::yield_now();
    }
}

#[test]
fn a_mark_finds_children_that_do_not_carry_it() {
    let mark = Mark::new();
    let mut child = std::process::Command::new("sh")
        .args(["-c", "env -i sleep 60 & echo started; wait"])
        .env(Mark::NAME, mark.value())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let out = child.stdout.take().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line)
        .unwrap();
    assert!(mark.count() >= 2);
    mark.kill();
    child.wait().unwrap();
    assert_eq!(mark.count(), 0);
}

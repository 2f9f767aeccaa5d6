//! What a check starts ends with it, and each limit has its own words.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use bounded_process::ProcessTag;
use checker::{Cancel, Limits, Verdict};

use crate::fixture::Fixture;

fn limits() -> Limits {
    Limits {
        check: bounded_process::Limits {
            time: Duration::from_secs(60),
            output: 64 * 1024,
            lines: usize::MAX,
            ..bounded_process::Limits::default()
        }
        .with(|most| most.address_space = 512 << 20),
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
        let witness = ProcessTag::new();
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
        assert_eq!(carriers(&witness.value()), 0, "{name}");
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
    let witness = ProcessTag::new();
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
    assert!(said.contains("more than 64 processes"), "{said}");
    assert_eq!(carriers(&witness.value()), 0);
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
    let witness = ProcessTag::new();
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
    while carriers(&witness.value()) > 0 {
        assert!(begun.elapsed() < Duration::from_secs(30));
        std::thread::yield_now();
    }
}

/// The same limits as those of a run, for all that belongs to a check.
#[test]
fn what_a_check_takes_is_bounded_and_named() {
    let fixture = Fixture::new("takes");
    let small = Limits {
        check: limits().check.with(|most| {
            most.memory = 100 << 20;
            most.address_space = 4 << 30;
            most.file = 1 << 20;
            most.threads = 50;
        }),
        ..limits()
    };
    for (body, words) in [
        (
            "let all = vec![1_u8; 300 << 20]; std::thread::park(); \
             all.len() as u32 + n",
            "took more than 100 MiB of memory",
        ),
        (
            "std::fs::write(\"file\", vec![0; 2 << 20]).unwrap(); n",
            "more than 1 MiB into one file",
        ),
        (
            "for _ in 0..99 { std::thread::spawn(std::thread::park); } \
             std::thread::park(); n",
            "more than 50 threads",
        ),
    ] {
        fixture.body(body);
        let (Verdict::Failing { message, .. } | Verdict::Hung { message, .. }) =
            fixture.verdict(&small).unwrap()
        else {
            panic!("neither failing nor hung: {body}");
        };
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn thousands_of_errors_on_one_line_are_as_good_as_a_few() {
    let fixture = Fixture::new("errors");
    let many = "missing(); ".repeat(6000);
    fixture.body(&format!("{many} n"));
    let Verdict::Broken { diagnostics, .. } =
        fixture.verdict(&limits()).unwrap()
    else {
        panic!("not broken");
    };
    assert!(
        (1..=8).contains(&diagnostics.len()),
        "{}",
        diagnostics.len()
    );
    let words = diagnostics
        .iter()
        .map(|one| one.rendered.len())
        .sum::<usize>();
    assert!(words < 200 << 10, "{words}");
}

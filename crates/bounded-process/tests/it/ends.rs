//! Nothing that a run has started outlives it, and what it printed is whole.

use std::ops::ControlFlow;
use std::process::Command;
use std::thread;

use bounded_process::{
    Bounds, Cancel, Collected, End, Limits, Lines, ProcessTag, Stream, run,
};

use crate::program::{bounded, limits, program};

#[test]
fn an_ordinary_program_says_what_it_says_and_ends() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "echo one; printf two; echo three >&2; exit 7"]);
    let (outcome, said) = bounded(shell, &limits());
    assert_eq!(outcome.end, End::Exit(7));
    assert_eq!(outcome.words("The program"), None);
    assert_eq!(said.stdout(), "one\ntwo");
    assert_eq!((&*said.stderr(), &*outcome.said), ("three\n", "three\n"));
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let cancel = Cancel::default();
    let limits = Limits::default();
    let bounds = Bounds {
        gently: true,
        ..Bounds::new(&limits, &cancel)
    };
    let command = Command::new("/no/such/program");
    let error = run(command, &bounds, &mut ()).unwrap_err();
    assert!(error.to_string().contains("/no/such/program"), "{error}");
}

#[test]
fn what_holds_the_pipe_ends_with_the_program() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "sleep 600 & setsid --fork sleep 600; echo done"]);
    let (outcome, said) = bounded(shell, &limits());
    assert_eq!(outcome.end, End::Exit(0));
    assert_eq!(said.stdout(), "done\n");
}

#[test]
fn a_signal_is_named() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "kill -ABRT $$"]);
    let (outcome, _) = bounded(shell, &limits());
    assert_eq!(outcome.end, End::Signal(6));
    let words = outcome.words("The program").unwrap();
    assert!(words.contains("SIGABRT"), "{words}");
}

#[test]
fn a_tag_finds_what_has_another_environment_or_another_parent() {
    let (tag, cancel) = (ProcessTag::new(), Cancel::default());
    let limits = limits();
    let bounds = Bounds {
        tag: Some(&tag),
        ..Bounds::new(&limits, &cancel)
    };
    let mut shell = Command::new("sh");
    shell.args([
        "-c",
        "env -i sleep 600 & setsid --fork sleep 600; echo started; wait",
    ]);
    let mut heard = Vec::new();
    let mut lines = Lines::new(99, 99, |_, line| {
        heard.push(line);
        // The shell, what it waits for, and what has left.
        while tag.members().len() < 3 {
            thread::yield_now();
        }
        ControlFlow::Break(())
    });
    let outcome = run(shell, &bounds, &mut lines).unwrap();
    assert_eq!(outcome.end, End::Enough);
    assert_eq!(heard, ["started"]);
    assert_eq!(tag.members(), []);
}

#[test]
fn cancelling_ends_the_program_and_what_it_started() {
    let (tag, cancel) = (ProcessTag::new(), Cancel::default());
    let limits = limits();
    let bounds = Bounds {
        tag: Some(&tag),
        ..Bounds::new(&limits, &cancel)
    };
    thread::scope(|scope| {
        let running = scope.spawn(|| {
            run(program("leave"), &bounds, &mut Collected::default())
        });
        while tag.members().len() < 2 {
            assert!(!running.is_finished());
            thread::yield_now();
        }
        cancel.cancel();
        let outcome = running.join().unwrap().unwrap();
        assert_eq!(outcome.end, End::Cancelled);
    });
    assert_eq!(tag.members(), []);
}

#[test]
fn lines_come_whole_from_both_outputs() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "printf 'a\\r\\nb'; printf 'é\\nf' >&2"]);
    let cancel = Cancel::default();
    let limits = limits();
    let bounds = Bounds::new(&limits, &cancel);
    let mut heard = Vec::new();
    let mut lines = Lines::new(99, 99, |from, line: String| {
        heard.push((from == Stream::Stdout, line));
        ControlFlow::Continue(())
    });
    run(shell, &bounds, &mut lines).unwrap();
    heard.sort();
    let heard: Vec<&str> = heard.iter().map(|(_, line)| &**line).collect();
    assert_eq!(heard, ["f", "é", "a", "b"]);
}

#[test]
fn both_outputs_together_keep_their_order() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "for i in 1 2 3; do echo $i; echo $i >&2; done"]);
    let cancel = Cancel::default();
    let limits = limits();
    let bounds = Bounds {
        together: true,
        ..Bounds::new(&limits, &cancel)
    };
    let mut printed = Collected::default();
    let outcome = run(shell, &bounds, &mut printed).unwrap();
    assert_eq!(printed.stdout(), "1\n1\n2\n2\n3\n3\n");
    assert_eq!(outcome.said, printed.stdout());
}

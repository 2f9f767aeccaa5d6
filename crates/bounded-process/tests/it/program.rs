//! The programs that the tests run: this test program again, with a word that
//! says what it is to do.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use bounded_process::{
    Bounds, Cancel, Collected, Limits, Outcome, ProcessTag, leftover, run,
};

const WORD: &str = "BOUNDED_PROGRAM";

/// A command that does what `word` says.
pub fn program(word: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "program::does_what_the_word_says", "--nocapture"])
        .env(WORD, word);
    command
}

/// Long enough for a busy machine; the tests of a limit lower that one.
pub fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(120),
        ..Limits::default()
    }
}

pub fn bounded(command: Command, limits: &Limits) -> (Outcome, Collected) {
    let (tag, cancel) = (ProcessTag::new(), Cancel::default());
    let bounds = Bounds {
        tag: Some(&tag),
        ..Bounds::new(limits, &cancel)
    };
    let mut printed = Collected::default();
    let outcome = run(command, &bounds, &mut printed).unwrap();
    tag.kill();
    assert!(tag.members().is_empty());
    (outcome, printed)
}

/// A program of several words: what to do, and with what.
#[test]
fn does_what_the_word_says() {
    let Ok(word) = env::var(WORD) else {
        return;
    };
    let (what, with) = word.split_once(' ').unwrap_or((&word, ""));
    match what {
        "reserve" => {
            let mut all = Vec::<u8>::new();
            let bytes = with.parse().unwrap();
            println!("reserved: {}", all.try_reserve_exact(bytes).is_ok());
        }
        "allocate" => drop(vec![1_u8; with.parse().unwrap()]),
        "touch" => {
            let all = vec![1_u8; with.parse().unwrap()];
            wait_for_ever();
            println!("{}", all.len());
        }
        "threads" => {
            for _ in 0..with.parse().unwrap() {
                let small = thread::Builder::new().stack_size(64 << 10);
                small.spawn(wait_for_ever).unwrap();
            }
            wait_for_ever();
        }
        "write" => fs::write(with, vec![0; 200 << 20]).unwrap(),
        "many-files" => {
            for i in 0..40 {
                let path = Path::new(with).join(i.to_string());
                let mut file = fs::File::create(path).unwrap();
                file.write_all(&vec![7; 1 << 20]).unwrap();
            }
            wait_for_ever();
        }
        // Several of them, which it waits for.
        "start" => {
            let (many, word) = with.split_once(' ').unwrap();
            let many = 0..many.parse().unwrap();
            let all = many.map(|_| program(word).spawn().unwrap());
            for mut one in all.collect::<Vec<_>>() {
                one.wait().unwrap();
            }
        }
        // One that leaves its group and its parent.
        "leave" => {
            let mut setsid = Command::new("setsid");
            setsid.args(["--fork", "sleep", "600"]).status().unwrap();
            wait_for_ever();
        }
        "serve" => serve(with, false),
        "serve-guarded" => serve(with, true),
        "guard" => leftover::guard(),
        other => panic!("no such word: {other}"),
    }
}

fn wait_for_ever() {
    loop {
        thread::park();
    }
}

/// Stands for a server that runs a program; says its tag.
fn serve(word: &str, guarded: bool) {
    let _guard =
        guarded.then(|| leftover::start_guard(program("guard")).unwrap());
    let (tag, cancel) = (ProcessTag::new(), Cancel::default());
    let limits = limits();
    fs::write(env::var("SAYS").unwrap(), tag.value()).unwrap();
    let bounds = Bounds {
        tag: Some(&tag),
        ..Bounds::new(&limits, &cancel)
    };
    run(program(word), &bounds, &mut ()).unwrap();
}

/// Without a pipe that anybody would have to read.
pub fn silent(mut command: Command) -> Command {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

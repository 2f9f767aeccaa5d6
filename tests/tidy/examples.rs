//! What holds for the examples, their twins and what was recorded of them.

use crate::files::{self, File};
use crate::none;

/// One screen. The console's example has to say what it needs, too.
const MOST_LINES: usize = 60;
/// All but the first where the story is which threads there are: the order in
/// which tasks begin, tasks that stay on one thread, tasks that do not.
const MAIN: [&str; 4] = [
    "#[tokio::main]",
    "#[tokio::main(flavor = \"current_thread\")]",
    "#[tokio::main(flavor = \"local\")]",
    "#[tokio::main(worker_threads = 2)]",
];
const LONGER: [(&str, usize); 1] = [("console", 90)];

/// The examples that compile: name and text.
fn all() -> Vec<(String, String)> {
    let files = files::ending(&[".rs"]);
    let examples = files.into_iter().filter_map(|File { path, text }| {
        let name = path.strip_prefix("examples/")?.strip_suffix(".rs")?;
        (!name.contains('/')).then(|| (name.to_owned(), text))
    });
    let all: Vec<_> = examples.collect();
    assert!(all.len() > 20, "only {} examples", all.len());
    all
}

fn chapters() -> String {
    let files = files::ending(&[".md"]);
    let chapters = files.into_iter().filter(|f| f.path.starts_with("src/"));
    chapters.map(|file| file.text).collect()
}

fn exists(path: &str) -> bool {
    files::root().join(path).is_file()
}

/// What it does, what it is in Python, how to run it.
#[test]
fn each_begins_with_its_header() {
    let mut wrong = Vec::new();
    for (name, text) in all() {
        let head: Vec<&str> = text
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(str::trim_end)
            .collect();
        let command = format!("     cargo run --example {name}");
        let parts: Vec<&[&str]> = head.split(|line| line.is_empty()).collect();
        let well = match parts.as_slice() {
            [does, python, .., [run]] => {
                does.join("").ends_with('.')
                    && python.join("").starts_with(" In Python ")
                    && run.starts_with(&command)
            }
            _ => false,
        };
        if !well {
            wrong.push(format!(
                "examples/{name}.rs: the header is one sentence, `In Python \
                 ...`, and `cargo run --example {name}`"
            ));
        }
    }
    none(&wrong);
}

#[test]
fn each_fits_on_a_screen() {
    let mut wrong = Vec::new();
    for (name, text) in all() {
        let longer = LONGER.iter().find(|(known, _)| *known == name);
        let most = longer.map_or(MOST_LINES, |(_, most)| *most);
        // The page does not show where its parts begin.
        let shown = |line: &&str| !line.trim_start().starts_with("// ANCHOR");
        let lines = text.lines().filter(shown).count();
        if lines > most {
            wrong.push(format!("examples/{name}.rs: {lines} lines"));
        }
    }
    none(&wrong);
}

/// Those that are about another way to start a runtime, or about none.
const STARTS: [&str; 14] = [
    "block_on",
    "block_on_drives",
    // It has to look for its flag before there is a runtime.
    "console",
    // It is about a minute, and would take ten seconds on the other clock.
    "first_tick",
    "loops",
    // It is about the end of a runtime.
    "no_end",
    "no_runtime",
    "panics_runtime",
    "parallel",
    "paused_clock",
    "paused_jump",
    "runtime_gone",
    "shutdown_timeout",
    // It compares 2, 8 and 16 worker threads.
    "stalled",
];

/// A reader copies a file and it runs: no helper module, no recorder.
#[test]
fn each_stands_alone_and_starts_like_a_readers_program() {
    let mut wrong = Vec::new();
    for (name, text) in all() {
        let plain = text.lines().any(|line| MAIN.contains(&line));
        if !plain && !STARTS.contains(&name.as_str()) {
            wrong.push(format!("examples/{name}.rs has no `#[tokio::main]`"));
        }
        for word in ["recorder::", "include!(", "#[path"] {
            if text.contains(word) {
                wrong.push(format!("examples/{name}.rs has `{word}`"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn each_is_shown_or_run_by_a_chapter() {
    let chapters = chapters();
    let unused = all().into_iter().map(|(name, _)| name).filter(|name| {
        let figure = chapters.lines().any(|line| {
            let (_, rest) = line.split_once("](figures/").unwrap_or_default();
            let file = rest.split(".svg").next().unwrap_or_default();
            file.split('+').any(|part| part == name)
        });
        let text = [
            format!("examples/{name}.rs"),
            format!("recordings/{name}.txt"),
            format!("proof={name} "),
            format!("proof={name}:"),
        ];
        !figure && !text.iter().any(|text| chapters.contains(text))
    });
    let unused = unused.map(|name| format!("examples/{name}.rs is in no page"));
    none(&unused.collect::<Vec<_>>());
}

/// `clock = "never"`: it does not end by itself. `clock = "real"`, or no
/// `#[tokio::main]`: its output is captured, and there is no figure.
#[test]
fn each_has_its_recording_and_its_output() {
    let mut wrong = Vec::new();
    for (name, text) in all() {
        let spec = files::root().join(format!("recordings/{name}.toml"));
        let spec = std::fs::read_to_string(spec).unwrap_or_default();
        let never = spec.contains("clock = \"never\"");
        let real = spec.contains("clock = \"real\"");
        let timeline = text.contains("#[tokio::main") && !never && !real;
        for (kind, needed) in [("json", timeline), ("txt", !never)] {
            let path = format!("recordings/{name}.{kind}");
            if needed && !exists(&path) {
                wrong.push(format!("{path} is missing: cargo book record"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn no_recording_outlives_its_example() {
    let mut wrong = Vec::new();
    for File { path, .. } in files::all() {
        let Some(file) = path.strip_prefix("recordings/") else {
            continue;
        };
        let source = if let Some(name) = file.strip_suffix(".py.txt") {
            format!("examples/{name}.py")
        } else if file.ends_with(".schema.json")
            || file.contains("-capture")
            || file == "exercises/differences.txt"
        {
            continue;
        } else if let Some(file) = file.strip_prefix("exercises/") {
            let id = file.split('.').next().unwrap_or_default();
            format!("solutions/src/{id}.rs")
        } else {
            let name = file.split('.').next().unwrap_or_default();
            format!("examples/{name}.rs")
        };
        if !exists(&source) {
            wrong.push(format!("{path} is there, {source} is not"));
        }
    }
    none(&wrong);
}

#[test]
fn each_twin_has_its_example_and_its_output() {
    let mut wrong = Vec::new();
    for File { path, .. } in files::ending(&[".py"]) {
        let Some(name) = path
            .strip_prefix("examples/")
            .and_then(|file| file.strip_suffix(".py"))
        else {
            continue;
        };
        for needed in [
            format!("examples/{name}.rs"),
            format!("recordings/{name}.py.txt"),
        ] {
            if !exists(&needed) {
                wrong.push(format!("{path} is there, {needed} is not"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn what_must_not_compile_says_so_and_was_refused() {
    let mut wrong = Vec::new();
    for File { path, text } in files::ending(&[".rs"]) {
        let Some(name) = path
            .strip_prefix("examples/fail/")
            .and_then(|file| file.strip_suffix(".rs"))
        else {
            continue;
        };
        if !text.starts_with("//! expect: ") {
            wrong.push(format!("{path} does not begin with `//! expect:`"));
        }
        let captured = format!("recordings/fail/{name}.txt");
        if !exists(&captured) {
            wrong.push(format!("{captured} is missing: cargo book record"));
        }
    }
    none(&wrong);
}

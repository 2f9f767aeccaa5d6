//! A book about blocking code must not block: nothing slow on the server's
//! async threads.
//!
//! What reads, writes, hashes or looks up files stands in a function that is
//! not async, and is called within `blocking` or `spawn_blocking`, or on a
//! thread of its own.

use crate::files::{self, File};
use crate::none;

/// Each of these reads or writes files.
const SLOW: &[&str] = &[
    "fs::read",
    "fs::write",
    "fs::create",
    "fs::remove",
    "fs::rename",
    "File::open",
    "File::create",
    ".exists()",
    ".is_file()",
    ".canonicalize()",
    "tempdir()",
    "catalogue(",
    "lookup(",
    "examples::find(",
    "examples::all(",
    "ErrorIndex::load(",
    "Progress::load(",
    ".stub(",
    ".solution(",
    ".revision()",
    ".files_hash()",
    ".check_hash()",
    ".reveal_hint(",
    ".reveal_solution(",
    "workshop.command(",
    "seed::seed(",
];

/// Where the rest of the call may be slow.
const ELSEWHERE: [&str; 2] = ["blocking(", "thread::spawn("];

#[test]
fn nothing_slow_runs_on_an_async_thread_of_the_server() {
    let mut wrong = Vec::new();
    for File { path, text } in files::ending(&[".rs"]) {
        let served = path.starts_with("crates/book/src/")
            && !path.starts_with("crates/book/src/bench")
            && !path.starts_with("crates/book/src/commands");
        if !served {
            continue;
        }
        let text = text.split("#[cfg(test)]\nmod tests").next();
        let text = text.unwrap_or_default();
        for (at, body) in async_bodies(text) {
            let body = without_calls_elsewhere(body);
            for slow in SLOW.iter().filter(|slow| body.contains(**slow)) {
                let line = text[..at].lines().count();
                wrong.push(format!("{path}:{line}: `{slow}` in async code"));
            }
        }
    }
    none(&wrong);
}

/// The bodies of functions and blocks that are async, and where they begin.
fn async_bodies(text: &str) -> Vec<(usize, &str)> {
    ["async fn ", "async {", "async move {"]
        .iter()
        .flat_map(|begin| text.match_indices(begin))
        .filter_map(|(at, _)| {
            let open = at + text[at..].find('{')?;
            Some((at, enclosed(&text[open..], '{', '}')))
        })
        .collect()
}

/// From the opening bracket to the one that closes it.
fn enclosed(text: &str, open: char, close: char) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth -= 1;
            if depth == 0 {
                return &text[..at];
            }
        }
    }
    text
}

fn without_calls_elsewhere(body: &str) -> String {
    let mut left = body.to_owned();
    for call in ELSEWHERE {
        while let Some(at) = left.find(call) {
            let open = at + call.len() - 1;
            let length = enclosed(&left[open..], '(', ')').len();
            left.replace_range(at..open + length, "");
        }
    }
    left
}

#[test]
fn what_is_slow_is_seen_unless_it_is_done_elsewhere() {
    let text = "async fn a() { let x = blocking(move || catalogue(root)); \
                x.await; catalogue(root) }\nfn b() { catalogue(root) }\n";
    let bodies = async_bodies(text);
    assert_eq!(bodies.len(), 1);
    let left = without_calls_elsewhere(bodies[0].1);
    assert_eq!(left.matches("catalogue(").count(), 1, "{left}");
}

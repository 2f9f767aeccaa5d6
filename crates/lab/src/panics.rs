//! Where the reader's code panicked.
//!
//! The compiler's own hook prints a header, and a call stack where the
//! environment asks for one: 35 lines around one that matters. This one prints
//! nothing, and remembers the line of the reader's file.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

use crate::explore::turns::is_over;

/// The reader's file, in whichever folder.
const MINE: &str = "exercise.rs";
/// Panics of these are the checks' own: complaints, and jobs that fail on
/// purpose.
const OURS: [&str; 2] = ["checks.rs", "crates/lab/"];

struct Seen {
    text: String,
    /// `exercises/21_semaphore/exercise.rs:14:30`
    place: String,
}

/// Those of the reader's code, in any task and on any thread.
static SEEN: Mutex<Vec<Seen>> = Mutex::new(Vec::new());

/// Who had run when by then, if it was the function itself that panicked.
static BEFORE: Mutex<String> = Mutex::new(String::new());

/// Keeps what happened until a panic of the reader's function. The panic goes
/// on as it was: a check may want to look at it.
pub fn after(chart: &str) {
    let mut before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    chart.clone_into(&mut before);
}

/// From now on every panic of this process is remembered, and none printed.
pub fn remember() {
    panic::set_hook(Box::new(|info| {
        if !is_over()
            && let Some(place) = place(info)
        {
            let text = text(info.payload()).to_owned();
            let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
            seen.push(Seen { text, place });
        }
    }));
}

/// Where the reader's code panicked with this text, as ` at FILE:LINE:COLUMN`.
/// Empty: it did not, or nobody asked to remember it.
pub fn at(text: &str) -> String {
    let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let found = seen.iter().rfind(|seen| seen.text == text);
    found.map_or_else(String::new, |seen| format!(" at {}", seen.place))
}

/// All that is known of how a check has failed. First what went wrong in tasks
/// and was perhaps not noticed by anybody.
pub fn report(last: &(dyn Any + Send)) -> String {
    let last = text(last);
    let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut told: Vec<String> = Vec::new();
    for Seen { text, place } in seen.iter() {
        // The others are told with their place, or are this one.
        if !last.contains(text.as_str()) {
            told.push(format!("your code panicked at {place}:\n{text}\n"));
        }
    }
    told.dedup();
    told.truncate(3);
    let mine = seen.iter().rfind(|seen| last.starts_with(&seen.text));
    if let Some(Seen { place, .. }) = mine {
        told.push(format!("your code panicked at {place}:"));
    }
    told.push(last.to_owned());
    // A failed check has it in its own words, and an unsolved one has none.
    let whole = ["expected: ", "not yet implemented"];
    let chart = BEFORE.lock().unwrap_or_else(PoisonError::into_inner);
    if !chart.is_empty() && !whole.iter().any(|head| last.starts_with(head)) {
        told.push(format!("who ran when, in virtual time:\n{chart}"));
    }
    told.join("\n")
}

/// What was said to `panic!`.
pub fn text(payload: &(dyn Any + Send)) -> &str {
    let owned = payload.downcast_ref::<String>().map(String::as_str);
    let text = owned.or(payload.downcast_ref::<&str>().copied());
    text.unwrap_or("(a panic without words)")
}

/// The line of the reader's file that panicked, or that called what did.
fn place(info: &PanicHookInfo) -> Option<String> {
    let at = info.location()?;
    let file = at.file().replace('\\', "/");
    if file.ends_with(MINE) {
        let place = format!("{file}:{}:{}", at.line(), at.column());
        return Some(below_the_root(&place));
    }
    if OURS.iter().any(|ours| file.contains(ours)) {
        return None;
    }
    let stack = Backtrace::force_capture().to_string();
    let mut lines = stack.lines().map(str::trim);
    let frame = lines.find(|line| {
        line.starts_with("at ") && line.contains(&format!("/{MINE}:"))
    })?;
    Some(below_the_root(frame.trim_start_matches("at ")))
}

/// `exercises/21_semaphore/exercise.rs:14:30`, from a path that may begin
/// anywhere.
fn below_the_root(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    format!("exercises/{folder}/{file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_the_root() {
        let told = "exercises/21_semaphore/exercise.rs:14:30";
        for before in ["/home/ada/book/exercises", ".", "exercises"] {
            let path = format!("{before}/21_semaphore/exercise.rs:14:30");
            assert_eq!(below_the_root(&path), told);
        }
    }
}

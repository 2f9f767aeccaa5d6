//! What the terminal says about exercises, and does to them.

use std::path::Path;

use anyhow::Result;
use checker::report::where_to_work;
use checker::{Exercise, Progress, State};

use crate::cli::ResetArgs;
use crate::terminal;

/// `cargo book next`
pub fn next(root: &Path) -> Result<()> {
    let progress = load(root)?;
    let all = checker::catalogue(root)?;
    match first_open(&all, &progress) {
        Some(exercise) => terminal::line(&where_to_work(root, exercise)),
        None => terminal::line(&all_solved(all.len())),
    }
    Ok(())
}

/// The progress, after saying what is wrong with its file.
pub fn load(root: &Path) -> Result<Progress> {
    let progress = Progress::load(root)?;
    if let Some(notice) = progress.notice() {
        terminal::line(&format!("warning: {notice}"));
    }
    Ok(progress)
}

/// The first exercise, in book order, that is not solved.
pub fn first_open<'a>(
    all: &'a [Exercise],
    progress: &Progress,
) -> Option<&'a Exercise> {
    all.iter()
        .find(|exercise| progress.entry(&exercise.id).state != State::Solved)
}

pub fn all_solved(number: usize) -> String {
    format!("all {} are solved", terminal::count(number, "exercise"))
}

/// `cargo book hint NAME`
pub fn hint(root: &Path, name: &str) -> Result<()> {
    let exercise = checker::find(root, name)?;
    let mut progress = load(root)?;
    let before = progress.entry(&exercise.id);
    let failing = before.failing.as_deref();
    let entry = progress.reveal_hint(&exercise, failing)?;
    let all = exercise.hints.len();
    let seen = entry.hints.len();
    // Nothing new: all of them again.
    let from = if seen == before.hints.len() {
        0
    } else {
        seen - 1
    };
    if all == 0 {
        terminal::line(&format!("{} has no hints", exercise.name));
    }
    for (number, index) in (1..).zip(&entry.hints).skip(from) {
        if let Some(hint) = exercise.hints.get(*index as usize) {
            terminal::line(&format!("Hint {number} of {all}"));
            terminal::line(&terminal::wrap(hint.text.trim(), "  "));
        }
    }
    if seen >= all && all > 0 {
        terminal::line(&format!(
            "These are all hints. The solution is on the page of src/{}",
            exercise.chapter
        ));
    }
    Ok(())
}

/// `cargo book reset`
pub fn reset(root: &Path, args: &ResetArgs) -> Result<()> {
    match (&args.name, args.undo) {
        (Some(name), false) => reset_one(root, name),
        (Some(name), true) => undo_one(root, name),
        (None, false) => reset_all(root),
        (None, true) => undo_all(root),
    }
}

fn reset_one(root: &Path, name: &str) -> Result<()> {
    let exercise = checker::find(root, name)?;
    let kept = checker::reset(root, &exercise)?;
    load(root)?.forget_verdict(&exercise.id)?;
    let name = &exercise.name;
    let Some(path) = kept else {
        terminal::line(&format!(
            "{name} is as it was at the beginning; there was nothing to keep"
        ));
        return Ok(());
    };
    terminal::line(&format!("{name} is as it was at the beginning"));
    terminal::line(&format!(
        "your text is kept in {}",
        terminal::below(root, &path)
    ));
    terminal::line(&format!(
        "to bring it back: cargo book reset {name} --undo"
    ));
    Ok(())
}

fn undo_one(root: &Path, name: &str) -> Result<()> {
    let exercise = checker::find(root, name)?;
    checker::undo_reset(root, &exercise)?;
    load(root)?.forget_verdict(&exercise.id)?;
    let desk = checker::Desk::of_exercise(root, root, &exercise)?;
    terminal::line(&format!(
        "{} is as it was before the reset; {} left to bring back",
        exercise.name,
        terminal::count(desk.backups().len(), "earlier text"),
    ));
    Ok(())
}

fn reset_all(root: &Path) -> Result<()> {
    let done = checker::reset_all(root, root)?;
    let mut progress = load(root)?;
    for id in &done.reset {
        progress.forget_verdict(id)?;
    }
    if done.reset.is_empty() {
        terminal::line("every exercise is as it was at the beginning already");
        return Ok(());
    }
    terminal::line(&format!(
        "reset {}: {}",
        terminal::count(done.reset.len(), "exercise"),
        done.reset.join(", ")
    ));
    if done.kept > 0 {
        terminal::line(&format!(
            "{} kept in .book/backups",
            terminal::count(done.kept, "text")
        ));
        terminal::line("to bring them back: cargo book reset --all --undo");
    }
    Ok(())
}

fn undo_all(root: &Path) -> Result<()> {
    let restored = checker::undo_all(root, root)?;
    let mut progress = load(root)?;
    for id in &restored {
        progress.forget_verdict(id)?;
    }
    terminal::line(&format!(
        "brought back {}: {}",
        terminal::count(restored.len(), "exercise"),
        restored.join(", ")
    ));
    Ok(())
}

/// `cargo book progress`
pub fn progress(root: &Path) -> Result<()> {
    let progress = load(root)?;
    let all = checker::catalogue(root)?;
    let widest = all.iter().map(|e| e.name.len()).max().unwrap_or(0);
    let mut chapter = "";
    let mut solved = 0;
    for exercise in &all {
        if exercise.chapter != chapter {
            chapter = &exercise.chapter;
            terminal::line(&title(root, chapter));
        }
        let entry = progress.entry(&exercise.id);
        solved += usize::from(entry.state == State::Solved);
        let state = state(root, &progress, exercise);
        terminal::line(&format!("  {:widest$}  {state}", exercise.name));
    }
    terminal::line(&format!(
        "{solved} of {} solved",
        terminal::count(all.len(), "exercise")
    ));
    Ok(())
}

/// The chapter's heading, or its file.
fn title(root: &Path, chapter: &str) -> String {
    let text = std::fs::read_to_string(root.join("src").join(chapter));
    let text = text.unwrap_or_default();
    let heading = text.lines().find_map(|line| line.strip_prefix("# "));
    heading.unwrap_or(chapter).to_owned()
}

fn state(root: &Path, progress: &Progress, exercise: &Exercise) -> String {
    let entry = progress.entry(&exercise.id);
    let edited = !exercise.is_untouched(root).unwrap_or(true);
    let mut words = vec![match (entry.state, &entry.failing) {
        (State::Unsolved, _) if edited && entry.judged.is_empty() => {
            "edited, not checked yet".to_owned()
        }
        (State::Unsolved, _) => "not solved yet".to_owned(),
        (State::Broken, _) => "does not compile".to_owned(),
        (State::Failing, Some(check)) => format!("{check} fails"),
        (State::Failing, None) => "a check fails".to_owned(),
        (State::Hung, Some(check)) => format!("{check} does not end"),
        (State::Hung, None) => "a check does not end".to_owned(),
        (State::Solved, _) => "solved".to_owned(),
    }];
    if let Some(at) = entry.solved_at {
        let when = terminal::day(at);
        match entry.state {
            State::Solved => words[0] += &format!(" on {when}"),
            _ => words.push(format!("was solved on {when}")),
        }
    }
    if progress.is_outdated(exercise) {
        words.push("its checks have changed since".to_owned());
    } else if !entry.judged.is_empty() && entry.judged != exercise.files_hash()
    {
        words.push("edited since".to_owned());
    }
    if !entry.hints.is_empty() {
        words.push(format!(
            "{} seen",
            terminal::count(entry.hints.len(), "hint")
        ));
    }
    if entry.solution_revealed {
        words.push("solution seen".to_owned());
    }
    words.join(", ")
}

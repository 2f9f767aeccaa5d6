//! What a server costs while nobody asks it anything.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::event::AccessKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::process;
use super::reader::Started;
use super::table::Table;

const SPAN: Duration = Duration::from_secs(10);

/// At the start the server builds what a reader may need next.
const PATIENCE: Duration = Duration::from_secs(600);

const WHAT: &str = "idle for ten seconds after a page was read: CPU";
const GOAL: &str = "0.01 s, no file opened";

/// Reads a page, waits until nothing that the start began is running, and
/// then counts for ten seconds. The worst is the number of opened files.
pub fn measure(
    root: &Path,
    started: &Started,
    table: &mut Table,
) -> Result<()> {
    if !cfg!(target_os = "linux") {
        table.missing(WHAT, GOAL, "only Linux says it");
        return Ok(());
    }
    let reader = super::reader::Reader::new(started)?;
    reader.get("/")?;
    reader.list()?;
    quiet(started.id())?;
    let opened = Arc::new(AtomicUsize::new(0));
    let count = opened.clone();
    let mut watcher =
        notify::recommended_watcher(move |event: notify::Result<Event>| {
            let open = EventKind::Access(AccessKind::Open(
                notify::event::AccessMode::Any,
            ));
            if event.is_ok_and(|event| event.kind == open) {
                count.fetch_add(1, Ordering::Relaxed);
            }
        })
        .context("cannot watch files")?;
    for folder in ["src", "theme", "examples", "exercises", "solutions"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive)?;
    }
    let before = process::busy(started.id())?;
    std::thread::sleep(SPAN);
    let spent = process::busy(started.id())?.saturating_sub(before);
    let opened = opened.load(Ordering::Relaxed);
    let worst = format!("{opened} files opened");
    table.note(WHAT, GOAL, &format!("{:.4} s", spent.as_secs_f64()), &worst);
    Ok(())
}

/// Until nothing that the server has started lives, twice in a row.
fn quiet(server: u32) -> Result<()> {
    let began = Instant::now();
    let mut still = 0;
    while still < 2 && began.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_secs(1));
        still = match process::marked(server)? {
            0 => still + 1,
            _ => 0,
        };
    }
    Ok(())
}

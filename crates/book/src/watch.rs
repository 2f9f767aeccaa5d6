//! Notices what was saved, and says what it means.

mod saved;
mod stamps;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::{
    UnboundedReceiver, UnboundedSender, unbounded_channel,
};

pub use self::saved::Saved;
use self::stamps::Stamps;
use crate::places::SCRATCH;

/// An editor saves in several steps (truncate, write, rename); this long
/// after the last one the file is taken to be complete.
const QUIET: Duration = Duration::from_millis(25);

/// Something that writes without pause does not put the reload off for ever.
const PATIENCE: Duration = Duration::from_millis(250);

/// The folders with something that a page shows. Not the root: `target` and
/// `.git` change all the time.
const FOLDERS: [&str; 6] = [
    "src",
    "theme",
    "examples",
    "recordings",
    "exercises",
    "solutions",
];

/// What the system reports.
#[derive(Debug)]
enum RawChange {
    Path(PathBuf),
    /// It could not keep up: anything may have changed.
    Lost,
    /// It watches something no longer.
    Error(notify::Error),
}

/// Hands on what may have changed a file.
///
/// A read does not. If it were handed on, it would be answered with another
/// read (for the file's hash), which is a read again, and so on for ever.
fn hand_on(event: notify::Result<Event>, raw: &Sender<RawChange>) {
    // The receiver goes when the server ends.
    let send = |change| drop(raw.send(change));
    let event = match event {
        Ok(event) => event,
        Err(error) => return send(RawChange::Error(error)),
    };
    if event.need_rescan() {
        send(RawChange::Lost);
    }
    let closed = AccessKind::Close(AccessMode::Write);
    match event.kind {
        EventKind::Access(access) if access != closed => {}
        _ => event.paths.into_iter().map(RawChange::Path).for_each(send),
    }
}

/// Watches the checkout for as long as the receiver lives.
///
/// The watcher must be kept; dropping it ends the watching.
///
/// `home` is where `.book` is: in the checkout, or elsewhere when nobody may
/// write there.
pub fn watch(
    root: &Path,
    home: &Path,
) -> Result<(RecommendedWatcher, UnboundedReceiver<Saved>)> {
    // Where links lead, because that is what the system reports.
    let root = root
        .canonicalize()
        .with_context(|| format!("cannot find {}", root.display()))?;
    let home = home
        .canonicalize()
        .with_context(|| format!("cannot find {}", home.display()))?;
    let mut stamps = Stamps::default();
    // Else it could not be watched.
    let _ = std::fs::create_dir_all(home.join(SCRATCH));
    let folders: Vec<PathBuf> = FOLDERS
        .iter()
        .map(|folder| root.join(folder))
        .chain([home.join(SCRATCH)])
        .collect();
    let (raw, changes) = mpsc::channel();
    let mut watcher =
        notify::recommended_watcher(move |event| hand_on(event, &raw))
            .context("cannot watch files")?;
    for path in &folders {
        if path.is_dir() {
            stamps.scan(path);
            watcher
                .watch(path, RecursiveMode::Recursive)
                .with_context(|| format!("cannot watch {}", path.display()))?;
        }
    }
    stamps.scan_file(&root.join("book.toml"));
    watcher
        .watch(&root, RecursiveMode::NonRecursive)
        .context("cannot watch book.toml")?;
    let (out, saved) = unbounded_channel();
    let places = Places {
        root,
        home,
        folders,
    };
    // A thread of its own, which ends with the watcher: files are read here.
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || gather(&places, stamps, &changes, &out))
        .context("cannot start the thread that watches files")?;
    Ok((watcher, saved))
}

struct Places {
    root: PathBuf,
    home: PathBuf,
    folders: Vec<PathBuf>,
}

/// Collects what belongs together and sends it once.
fn gather(
    places: &Places,
    mut stamps: Stamps,
    changes: &Receiver<RawChange>,
    out: &UnboundedSender<Saved>,
) {
    while let Ok(first) = changes.recv() {
        let batch = batch(first, changes);
        let saved = places.saved(&mut stamps, batch);
        let empty = saved.files.is_empty() && saved.errors.is_empty();
        if !empty && out.send(saved).is_err() {
            return;
        }
    }
}

/// What comes until it is quiet, or for as long as patience lasts.
fn batch(first: RawChange, changes: &Receiver<RawChange>) -> Vec<RawChange> {
    let latest = Instant::now() + PATIENCE;
    let mut all = vec![first];
    loop {
        let left = latest.saturating_duration_since(Instant::now());
        match changes.recv_timeout(QUIET.min(left)) {
            Ok(change) => all.push(change),
            Err(_) => return all,
        }
    }
}

impl Places {
    /// Of everything that may have changed, what has.
    fn saved(&self, stamps: &mut Stamps, batch: Vec<RawChange>) -> Saved {
        let mut saved = Saved::default();
        let mut changed = BTreeSet::new();
        let mut lost = false;
        for change in batch {
            match change {
                // A folder that came, went or got another name: the system
                // says nothing of what is in it.
                RawChange::Path(path) => {
                    stamps.list(&path, &mut changed);
                    changed.insert(path);
                }
                RawChange::Lost => lost = true,
                RawChange::Error(error) => {
                    lost = true;
                    saved.errors.insert(error.to_string());
                }
            }
        }
        if lost {
            for folder in &self.folders {
                stamps.list(folder, &mut changed);
            }
        }
        for path in changed {
            let relative = path
                .strip_prefix(&self.root)
                .or_else(|_| path.strip_prefix(&self.home));
            if let Ok(relative) = relative
                && stamps.changed(&path)
            {
                saved.add(relative);
            }
        }
        saved
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The paths up to `last`, as the system reports them, in its order.
    fn changes(raw: &Receiver<PathBuf>, last: &Path) -> BTreeSet<PathBuf> {
        let mut all = BTreeSet::new();
        while !all.contains(last) {
            all.insert(raw.recv().unwrap());
        }
        all
    }

    #[test]
    fn a_read_makes_no_news() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        let [read, written, last] =
            ["read", "written", "last"].map(|name| root.join(name));
        fs::write(&read, "1").unwrap();
        fs::write(&written, "1").unwrap();
        let (raw, news) = mpsc::channel();
        let (paths, heard) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            hand_on(event, &raw);
            while let Ok(RawChange::Path(path)) = news.try_recv() {
                paths.send(path).unwrap();
            }
        })
        .unwrap();
        watcher.watch(&root, RecursiveMode::Recursive).unwrap();
        fs::read(&read).unwrap();
        fs::read_dir(&root).unwrap().for_each(drop);
        fs::write(&written, "2").unwrap();
        fs::write(&last, "3").unwrap();
        let all = changes(&heard, &last);
        assert!(all.contains(&written));
        assert!(!all.contains(&read) && !all.contains(&root), "{all:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_or_a_link_that_is_moved_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().to_path_buf();
        let [src, figures] = ["src", "src/figures"].map(|f| root.join(f));
        fs::create_dir_all(&figures).unwrap();
        fs::write(figures.join("a.svg"), "1").unwrap();
        let link = src.join("link");
        std::os::unix::fs::symlink("link", &link).unwrap();
        let mut stamps = Stamps::default();
        stamps.scan(&src);
        let places = Places {
            home: root.clone(),
            folders: vec![src.clone()],
            root: root.clone(),
        };
        let mut saved = |path: &Path| {
            let change = RawChange::Path(path.to_path_buf());
            places.saved(&mut stamps, vec![change]).book
        };
        assert!(!saved(&figures) && !saved(&link), "nothing has changed");
        fs::rename(&figures, root.join("away")).unwrap();
        assert!(saved(&figures), "a folder went");
        fs::rename(root.join("away"), &figures).unwrap();
        assert!(saved(&figures), "a folder came");
        fs::remove_file(&link).unwrap();
        assert!(saved(&link), "a link that led nowhere went");
        std::os::unix::fs::symlink("figures", &link).unwrap();
        assert!(saved(&link), "a link to a folder came");
        fs::remove_file(&link).unwrap();
        assert!(saved(&link), "a link to a folder went");
    }

    #[test]
    fn what_the_watcher_says_is_wrong_is_handed_on() {
        let (raw, news) = mpsc::channel();
        hand_on(Err(notify::Error::generic("no more watches")), &raw);
        let heard = news.try_recv().unwrap();
        let RawChange::Error(error) = heard else {
            panic!("{heard:?}");
        };
        assert!(error.to_string().contains("no more watches"));
    }
}

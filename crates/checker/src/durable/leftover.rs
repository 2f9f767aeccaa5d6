//! The files beside a file while it is replaced, and what is left of them when
//! a program is killed in the middle.
//!
//! `.exercise.rs.OWNER-3.part`: a new text that is being written. It may be
//! half of one, and whoever sent it has it still.
//!
//! `.exercise.rs.OWNER-3.whole.part`: a whole new text, and from the exchange
//! on what it has replaced. That may be what another editor has written a
//! moment before, and is then in no other place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use bounded_process::Owner;

const PART: &str = ".part";
const WHOLE: &str = ".whole.part";

/// A name that no other program and no other thread takes.
pub fn beside(path: &Path) -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    static OWNER: OnceLock<String> = OnceLock::new();
    let owner = OWNER.get_or_init(|| Owner::current().prefix());
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{owner}{next}{PART}"))
}

/// The name of the same file once it is whole.
pub fn whole(part: &Path) -> PathBuf {
    part.with_extension(&WHOLE[1..])
}

/// What a program that has ended has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    pub path: PathBuf,
    /// The name of the file that it stood beside.
    pub beside: String,
    pub whole: bool,
}

/// All of a folder.
pub fn leftovers(folder: &Path) -> Vec<Leftover> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    files.filter_map(|entry| read(entry.path())).collect()
}

fn read(path: PathBuf) -> Option<Leftover> {
    let name = path.file_name()?.to_str()?.strip_prefix('.')?;
    let (rest, whole) = match name.strip_suffix(WHOLE) {
        Some(rest) => (rest, true),
        None => (name.strip_suffix(PART)?, false),
    };
    let (beside, owner) = rest.rsplit_once('.')?;
    let beside = beside.to_owned();
    let ended = Owner::parse(owner)?.has_ended();
    ended.then_some(Leftover {
        path,
        beside,
        whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_ended_program_has_left_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let ours = beside(&dir.path().join("exercise.rs"));
        fs::write(&ours, "").unwrap();
        fs::write(whole(&ours), "").unwrap();
        let owner = Owner::current().prefix();
        // The same process, as if it had begun at another time.
        let ended = owner.replacen('-', "-1", 1);
        for name in [".exercise.rs.x-1.part", "exercise.rs", ".part", ".a.part"]
        {
            fs::write(dir.path().join(name), "").unwrap();
        }
        assert_eq!(leftovers(dir.path()), []);
        if cfg!(target_os = "linux") {
            let path = dir.path().join(format!(".a.rs.{ended}7.part"));
            fs::write(&path, "").unwrap();
            let whole = whole(&path);
            fs::write(&whole, "").unwrap();
            let mut found = leftovers(dir.path());
            found.sort_by_key(|one| one.whole);
            let one = |path: &Path, whole| Leftover {
                path: path.to_owned(),
                beside: "a.rs".to_owned(),
                whole,
            };
            assert_eq!(found, [one(&path, false), one(&whole, true)]);
        }
    }
}

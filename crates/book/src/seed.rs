//! Gives the page's target folder the dependencies that are compiled already.
//!
//! Runs and checks for the page build in `target/book`, each in a folder of
//! its own, so that neither rust-analyzer nor the reader's own `cargo` nor the
//! other of the two makes them wait (Cargo locks a target folder while it
//! works). Compiling Tokio there again would cost the first Run 10 to 20
//! seconds on two cores. But this program was itself built from the same lock
//! file with the same features, so the libraries lie in the folder that it
//! runs from. They are linked, not copied: no disk. Measured on two cores, the
//! first Run takes 1.1 s, later ones 0.2 s and the time of the program.
//!
//! The checks are less lucky: `-p exercises` selects fewer packages, so Cargo
//! gives Tokio's dependencies fewer features and compiles it again. The server
//! does that in the background at its first start, see `work`. The reader's
//! copies of the examples need the same as the checks, and get it from them.
//!
//! Cargo sees finished work and its own records of it, and takes it or, if
//! anything differs (another toolchain, another layout), builds anew: a seed
//! can be useless, not wrong. What belongs to the workspace stays out, because
//! Cargo writes it again in place, and then two folders would share a file.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use tempfile::TempDir;

use crate::{root, temporary};

/// Where the page's work is built; a reader finds and removes it easily.
#[derive(Clone, Debug)]
pub struct Targets {
    pub runs: PathBuf,
    pub checks: PathBuf,
    /// For the reader's copies of the examples.
    pub scratch: PathBuf,
    /// For the tool that records, and for what it records.
    pub records: PathBuf,
    /// Removed with the last clone.
    _temporary: Option<Arc<TempDir>>,
}

impl Targets {
    /// In `BOOK_TARGET_DIR`, if that is set; else beside what Cargo has built
    /// of this checkout, which is in `target` or where the reader wants it.
    ///
    /// Not beside what was built of another checkout: two programs of the same
    /// name would take turns in one file, and the wrong one could be run.
    pub fn new(root: &Path) -> Result<Self> {
        if let Some(folder) = std::env::var_os("BOOK_TARGET_DIR") {
            return Ok(Targets::within(Path::new(&folder)));
        }
        let ours = root::compiled().is_some_and(|ours| same(&ours, root));
        let target = ours.then(own_target).flatten();
        let target = target.unwrap_or_else(|| root.join("target"));
        if is_writable(&target) {
            return Ok(Targets::within(&target.join("book")));
        }
        // In a checkout that nobody may write to.
        let folder = temporary::folder("target")?;
        let targets = Targets::within(folder.path());
        Ok(Targets {
            _temporary: Some(Arc::new(folder)),
            ..targets
        })
    }

    pub fn within(folder: &Path) -> Self {
        Targets {
            runs: folder.join("runs"),
            checks: folder.join("checks"),
            scratch: folder.join("scratch"),
            records: folder.join("records"),
            _temporary: None,
        }
    }
}

/// Where Cargo has put this program.
pub fn own_target() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let profile = program.parent()?;
    let cargos = profile.join(".fingerprint").is_dir();
    profile.parent().filter(|_| cargos).map(Path::to_path_buf)
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Tried, because permissions do not tell (a read-only mount, a container).
pub fn is_writable(folder: &Path) -> bool {
    std::fs::create_dir_all(folder).is_ok()
        && tempfile::Builder::new()
            .prefix(".try-")
            .tempfile_in(folder)
            .is_ok()
}

/// Seeds one target folder with what it lacks; says how many crates that
/// were.
pub fn seed(root: &Path, target: &Path) -> io::Result<usize> {
    let program = std::env::current_exe()?;
    match program.parent() {
        Some(profile) => seed_from(root, profile, &target.join("debug")),
        None => Ok(0),
    }
}

/// Seeds one of our folders from another one of them.
pub fn seed_between(root: &Path, from: &Path, to: &Path) -> io::Result<usize> {
    seed_from(root, &from.join("debug"), &to.join("debug"))
}

fn seed_from(root: &Path, from: &Path, to: &Path) -> io::Result<usize> {
    if !from.join(".fingerprint").is_dir() {
        return Ok(0);
    }
    let mut crates = registry_crates(from, root)?;
    crates.retain(|name| !to.join(".fingerprint").join(name).exists());
    if crates.is_empty() {
        return Ok(0);
    }
    let hashes: HashSet<&str> =
        crates.iter().filter_map(|name| hash(name)).collect();
    fs::create_dir_all(to.join("deps"))?;
    for entry in fs::read_dir(from.join("deps"))? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|s| s.to_str());
        if let Some(stem) = stem
            && hash(stem).is_some_and(|hash| hashes.contains(hash))
            && let Some(name) = path.file_name()
        {
            link(&path, &to.join("deps").join(name))?;
        }
    }
    for name in &crates {
        let build = Path::new("build").join(name);
        if from.join(&build).is_dir() {
            copy_folder(&from.join(&build), &to.join(build))?;
        }
    }
    // Last: a seed that was interrupted before is no seed for Cargo.
    for name in &crates {
        let fingerprint = Path::new(".fingerprint").join(name);
        copy_folder(&from.join(&fingerprint), &to.join(fingerprint))?;
    }
    Ok(crates.len())
}

/// `tokio-b05c0de151dbfd38`: what was compiled and is not of the workspace.
fn registry_crates(from: &Path, root: &Path) -> io::Result<Vec<String>> {
    let own = own_packages(root)?;
    let mut crates = Vec::new();
    for entry in fs::read_dir(from.join(".fingerprint"))? {
        let Ok(name) = entry?.file_name().into_string() else {
            continue;
        };
        let package = name.rsplit_once('-').map(|(package, _)| package);
        if package.is_some_and(|package| !own.contains(package)) {
            crates.push(name);
        }
    }
    Ok(crates)
}

/// The packages of the workspace; a member's folder has its package's name.
fn own_packages(root: &Path) -> io::Result<HashSet<String>> {
    let text = fs::read_to_string(root.join("Cargo.toml"))?;
    let manifest: toml::Table = toml::from_str(&text)
        .map_err(|error| io::Error::other(error.to_string()))?;
    let members = manifest
        .get("workspace")
        .and_then(|workspace| workspace.get("members")?.as_array())
        .into_iter()
        .flatten()
        .filter_map(|member| member.as_str()?.rsplit('/').next());
    let package = manifest
        .get("package")
        .and_then(|p| p.get("name")?.as_str());
    Ok(members.chain(package).map(String::from).collect())
}

fn hash(name: &str) -> Option<&str> {
    name.rsplit_once('-').map(|(_, hash)| hash)
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            copy(&entry.path(), &to)?;
        }
    }
    Ok(())
}

/// Compilers write libraries anew and rename them; both names may share one
/// file. Text that Cargo writes in place is copied. Where files cannot be
/// linked there is no seed: copies would take half a gigabyte.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        return Ok(());
    }
    if from.extension().is_some_and(|extension| extension == "d") {
        return copy(from, to);
    }
    fs::hard_link(from, to)
}

/// With its time: Cargo compares times.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        return Ok(());
    }
    fs::copy(from, to)?;
    let time = from.metadata()?.modified()?;
    // A read-only file can be copied, but not opened to set its time.
    match fs::File::options().append(true).open(to) {
        Ok(file) => file.set_modified(time),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: PathBuf, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn takes_what_is_compiled_but_nothing_of_the_workspace() {
        let dir = tempfile::tempdir().unwrap();
        let (root, to) = (dir.path(), dir.path().join("new"));
        let from = root.join("target/debug");
        file(
            root.join("Cargo.toml"),
            "[workspace]\nmembers = [\"crates/lab\"]\n\
             [package]\nname = \"examples\"\n",
        );
        for name in ["tokio-01", "lab-02", "examples-03"] {
            file(from.join(".fingerprint").join(name).join("x"), "done");
        }
        file(from.join("build/tokio-01/out/a"), "generated");
        for name in ["libtokio-01.rlib", "tokio-01.d", "liblab-02.rlib"] {
            file(from.join("deps").join(name), name);
        }
        assert_eq!(seed_from(root, &from, &to).unwrap(), 1);
        assert!(to.join(".fingerprint/tokio-01/x").is_file());
        assert!(to.join("build/tokio-01/out/a").is_file());
        assert!(to.join("deps/libtokio-01.rlib").is_file());
        assert!(to.join("deps/tokio-01.d").is_file());
        assert!(!to.join(".fingerprint/lab-02").exists());
        assert!(!to.join(".fingerprint/examples-03").exists());
        assert!(!to.join("deps/liblab-02.rlib").exists());
        assert_eq!(seed_from(root, &from, &to).unwrap(), 0, "once");

        let time = |path: PathBuf| path.metadata().unwrap().modified().unwrap();
        assert_eq!(
            time(from.join("deps/tokio-01.d")),
            time(to.join("deps/tokio-01.d"))
        );
    }
}

//! Gives the page's target folder the dependencies that are compiled already.
//!
//! Runs and checks for the page build in `target/book`, so that neither
//! rust-analyzer nor the reader's own `cargo` makes them wait (Cargo locks a
//! target folder while it works). Compiling Tokio there again would cost the
//! first Run 10 to 20 seconds on two cores. But this program was itself built
//! from the same lock file with the same features, so the libraries lie in
//! the folder that it runs from. They are linked, not copied: no disk.
//!
//! Cargo sees finished work and its own records of it, and takes it or, if
//! anything differs (another toolchain, another layout), builds anew: a seed
//! can be useless, not wrong. What belongs to the workspace stays out, because
//! Cargo writes it again in place, and then two folders would share a file.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder for runs and checks, where a reader finds and removes it.
pub fn target(root: &Path, writable: bool) -> PathBuf {
    if writable {
        root.join("target/book")
    } else {
        // A checkout that nobody may write to has other users as well.
        std::env::temp_dir().join(format!("book-target-{}", std::process::id()))
    }
}

/// Seeds `target`, unless there is something already; says how many compiled
/// crates were taken over.
pub fn seed(root: &Path, target: &Path) -> io::Result<usize> {
    let program = std::env::current_exe()?;
    match program.parent() {
        Some(profile) => seed_from(root, profile, &target.join("debug")),
        None => Ok(0),
    }
}

fn seed_from(root: &Path, from: &Path, to: &Path) -> io::Result<usize> {
    if to.exists() || !from.join(".fingerprint").is_dir() {
        return Ok(0);
    }
    // Made elsewhere and then moved: a seed that was interrupted is none.
    let parent = to.parent().unwrap_or(to);
    fs::create_dir_all(parent)?;
    let beside = tempfile::Builder::new()
        .prefix(".seed")
        .tempdir_in(parent)?;
    let new = beside.path().join("debug");
    let crates = registry_crates(from, root)?;
    for name in &crates {
        let fingerprint = Path::new(".fingerprint").join(name);
        copy_folder(&from.join(&fingerprint), &new.join(fingerprint))?;
        let build = Path::new("build").join(name);
        if from.join(&build).is_dir() {
            copy_folder(&from.join(&build), &new.join(build))?;
        }
    }
    let hashes: HashSet<&str> =
        crates.iter().filter_map(|name| hash(name)).collect();
    fs::create_dir_all(new.join("deps"))?;
    for entry in fs::read_dir(from.join("deps"))? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|s| s.to_str());
        if let Some(stem) = stem
            && hash(stem).is_some_and(|hash| hashes.contains(hash))
            && let Some(name) = path.file_name()
        {
            link(&path, &new.join("deps").join(name))?;
        }
    }
    match fs::rename(&new, to) {
        Ok(()) => Ok(crates.len()),
        // Another server was quicker.
        Err(_) if to.exists() => Ok(0),
        Err(error) => Err(error),
    }
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
/// file. Text that Cargo writes in place is copied.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    let text = from.extension().is_some_and(|extension| extension == "d");
    if text || fs::hard_link(from, to).is_err() {
        copy(from, to)?;
    }
    Ok(())
}

/// With its time: Cargo compares times.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    let time = from.metadata()?.modified()?;
    // A read-only file can be copied, but not opened to set its time.
    match fs::File::options().append(true).open(to) {
        Ok(file) => file.set_modified(time),
        Err(_) => Ok(()),
    }
}

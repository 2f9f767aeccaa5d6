//! For whoever writes exercises: generate the wiring, check everything.
//!
//!     cargo run -p checker --example exercises -- generate
//!     cargo run -p checker --example exercises -- generate --stubs
//!     cargo run -p checker --example exercises -- strict [NAME...]
//!     cargo run -p checker --example exercises -- verdict semaphore
//!
//! `generate` writes the test targets and roots; with `--stubs` also every
//! `exercise.rs`, over whatever stands there (a backup is kept). `strict` is
//! for CI: every `exercise.rs` is its stub, builds without warnings, and fails
//! each of its checks.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use checker::{Limits, catalogue, check_pristine, find, reset, wiring};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize()?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["generate"] => generate(&root),
        ["generate", "--stubs"] => {
            generate(&root)?;
            stubs(&root)
        }
        ["strict", ref names @ ..] => strict(&root, names),
        ["verdict", name] => verdict(&root, name),
        _ => {
            bail!("say: generate [--stubs], strict [NAME...], or verdict NAME")
        }
    }
}

fn generate(root: &Path) -> Result<()> {
    for path in wiring::generate(root)? {
        println!("wrote {}", path.display());
    }
    Ok(())
}

fn stubs(root: &Path) -> Result<()> {
    for exercise in catalogue(root)? {
        if exercise.source().ok() != exercise.stub(root).ok() {
            reset(root, &exercise)?;
            println!("wrote {}", exercise.source_path().display());
        }
    }
    Ok(())
}

fn strict(root: &Path, names: &[&str]) -> Result<()> {
    let stale = wiring::stale(root)?;
    if !stale.is_empty() {
        bail!("stale: {stale:?}; run `generate`");
    }
    check_pristine(root)?;
    let chosen = match names {
        [] => catalogue(root)?,
        names => {
            let found = names.iter().map(|name| find(root, name));
            found.collect::<Result<_>>()?
        }
    };
    for exercise in chosen {
        checker::verdict::check_stub(root, &exercise, &Limits::default())?;
        println!("{}: each check fails", exercise.name);
    }
    Ok(())
}

fn verdict(root: &Path, name: &str) -> Result<()> {
    let begun = Instant::now();
    let verdict =
        checker::verdict(root, &find(root, name)?, &Limits::default())?;
    println!("{verdict:#?}\nafter {} ms", begun.elapsed().as_millis());
    Ok(())
}

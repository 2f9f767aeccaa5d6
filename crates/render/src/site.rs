//! The written site: fills the slots, and takes the old site's place.

use crate::{
    html::{HIDE, SHOW},
    page::Slot,
};
use anyhow::{Context, Result, bail};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A folder beside the destination, where the next site is written. The old
/// site stays whole until the new one is.
pub struct Staging {
    dest: PathBuf,
    pub dir: PathBuf,
}

impl Staging {
    pub fn beside(dest: &Path) -> Result<Self> {
        check_replaceable(dest)?;
        let name = dest
            .file_name()
            .and_then(|name| name.to_str())
            .with_context(|| format!("{} is no folder", dest.display()))?;
        let dir = dest.with_file_name(format!(".{name}.new"));
        remove(&dir)?;
        fs::create_dir_all(&dir)
            .with_context(|| format!("cannot write {}", dir.display()))?;
        Ok(Self {
            dest: dest.to_owned(),
            dir,
        })
    }

    /// Puts the new site in the place of the old one.
    pub fn publish(self) -> Result<()> {
        let Self { dest, dir } = &self;
        let old = dir.with_extension("old");
        remove(&old)?;
        if dest.exists() {
            fs::rename(dest, &old).with_context(|| {
                format!("cannot move {} away", dest.display())
            })?;
        }
        fs::rename(dir, dest)
            .with_context(|| format!("cannot write {}", dest.display()))?;
        remove(&old)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Nothing is left of a build that failed. After `publish` the folder
        // has another name, and there is nothing to remove.
        remove(&self.dir).ok();
    }
}

/// Only an empty folder or an older site may be replaced: a slip in `--dest`
/// must not delete somebody's files.
fn check_replaceable(dest: &Path) -> Result<()> {
    let mut entries = match fs::read_dir(dest) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(error)
                .with_context(|| format!("cannot read {}", dest.display()));
        }
    };
    let site = dest.join("toc.html").is_file();
    if entries.next().is_some() && !site {
        bail!(
            "{} is not empty and holds no built book; name another folder",
            dest.display()
        );
    }
    Ok(())
}

fn remove(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error)
            .with_context(|| format!("cannot remove {}", dir.display())),
        _ => Ok(()),
    }
}

/// Puts each slot's HTML in the place of its key, in every page, and takes
/// out the marks that were for the search alone.
pub fn fill(dir: &Path, slots: &[Slot]) -> Result<()> {
    let entries = fs::read_dir(dir)
        .with_context(|| format!("cannot read {}", dir.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            fill(&path, slots)?;
        } else if path.extension().is_some_and(|ext| ext == "html") {
            let page = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            if let Some(page) = filled(&page, slots) {
                fs::write(&path, page).with_context(|| {
                    format!("cannot write {}", path.display())
                })?;
            }
        }
    }
    Ok(())
}

fn filled(page: &str, slots: &[Slot]) -> Option<String> {
    let mut parts = page.split("<div data-slot=");
    let mut out = parts.next()?.to_owned();
    let mut any = page.contains([HIDE, SHOW]);
    for part in parts {
        let text = format!("<div data-slot={part}");
        match slots.iter().find(|slot| text.starts_with(&slot.key)) {
            Some(slot) => {
                out += &slot.html;
                out += &text[slot.key.len()..];
                any = true;
            }
            None => out += &text,
        }
    }
    any.then(|| out.replace([HIDE, SHOW], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_and_others_stay() {
        let slot = |key: &str| Slot {
            key: format!("<div data-slot=\"{key}\"></div>"),
            html: format!("<b>{key}</b>"),
        };
        let slots = [slot("a-1"), slot("a-10")];
        let page = "x<div data-slot=\"a-10\"></div>y\
            <div data-slot=\"a-1\"></div><div data-slot=\"z\"></div>";
        assert_eq!(
            filled(page, &slots).unwrap(),
            "x<b>a-10</b>y<b>a-1</b><div data-slot=\"z\"></div>"
        );
        assert_eq!(filled("nothing", &slots), None);
    }

    #[test]
    fn a_folder_of_somebody_is_not_replaced() {
        let dir = std::env::temp_dir()
            .join(format!("book-site-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("thesis.txt"), "years of work").unwrap();
        let error = Staging::beside(&dir).err().unwrap().to_string();
        assert!(error.contains("not empty"), "{error}");
        assert!(dir.join("thesis.txt").exists());
        fs::remove_dir_all(dir).unwrap();
    }
}

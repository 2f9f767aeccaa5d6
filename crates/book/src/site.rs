//! The built book that is being served: whole, or not there.
//!
//! Each build goes to a folder of its own, and becomes the served one when it
//! is complete. The one before stays: a page that was loaded from it may still
//! ask for its scripts, whose names change with their content.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Result;
use tempfile::TempDir;

use crate::{remedy, temporary};

/// The served build and the one before.
const KEPT: usize = 2;

/// Turns the checkout (first path) into a site (second path). A build that
/// is worth serving may still have something to say.
pub type Builder = Arc<dyn Fn(&Path, &Path) -> Result<Outcome> + Send + Sync>;

/// What a build has to say.
#[derive(Debug, Default)]
pub struct Outcome {
    pub chapters: usize,
    /// What the page shows in the place of what could not be built.
    pub problems: Vec<String>,
    pub warnings: Vec<String>,
}

/// The real builder: what is wrong in one chapter is shown there, and the
/// rest of the book can be read.
pub fn renderer() -> Builder {
    Arc::new(|root, dest| {
        let report = render::build(&render::Options {
            root: root.to_path_buf(),
            dest: dest.to_path_buf(),
            // As in `book.toml`, but for the page that says "not found".
            site_url: Some("/".to_string()),
            keep_going: true,
        })?;
        let words = |problems: Vec<render::Problem>| {
            problems.iter().map(ToString::to_string).collect()
        };
        Ok(Outcome {
            chapters: report.chapters,
            problems: words(report.problems),
            warnings: words(report.warnings),
        })
    })
}

pub struct Site {
    /// In the system's folder for such things, so that a checkout nobody may
    /// write to can be read all the same. Removed at the end.
    home: TempDir,
    state: RwLock<State>,
}

#[derive(Default)]
struct State {
    /// The newest first.
    builds: VecDeque<PathBuf>,
    begun: u64,
    error: Option<String>,
    /// Examples that could not be recorded, and why.
    unrecorded: BTreeMap<String, String>,
}

impl Site {
    pub fn new() -> Result<Self> {
        Ok(Site {
            home: temporary::folder("site")?,
            state: RwLock::default(),
        })
    }

    /// Builds and, if that goes well, serves the new build from now on.
    pub fn build(&self, root: &Path, builder: &Builder) -> Result<Outcome> {
        let folder = {
            let mut state = self.write();
            state.begun += 1;
            self.home.path().join(state.begun.to_string())
        };
        match builder(root, &folder) {
            Ok(outcome) => {
                let mut state = self.write();
                let problems = outcome.problems.join("\n");
                state.error = (!problems.is_empty()).then_some(problems);
                state.builds.push_front(folder);
                let kept = KEPT.min(state.builds.len());
                let old: Vec<_> = state.builds.drain(kept..).collect();
                drop(state);
                old.iter().for_each(|folder| remove(folder));
                Ok(outcome)
            }
            Err(error) => {
                remove(&folder);
                self.write().error = Some(remedy::words(&error));
                Err(error)
            }
        }
    }

    /// Remembers why an example could not be recorded, or that it was.
    pub fn recorded(&self, example: &str, error: Option<String>) {
        let unrecorded = &mut self.write().unrecorded;
        match error {
            Some(error) => unrecorded.insert(example.to_string(), error),
            None => unrecorded.remove(example),
        };
    }

    /// Everything that an author should repair now.
    pub fn error(&self) -> Option<String> {
        let state = self.read();
        let all: Vec<_> = state
            .error
            .iter()
            .chain(state.unrecorded.values())
            .collect();
        (!all.is_empty()).then(|| {
            all.into_iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("\n")
        })
    }

    pub fn is_built(&self) -> bool {
        !self.read().builds.is_empty()
    }

    /// The file of that relative path, in the served build or the one before.
    ///
    /// The caller has made sure that `relative` has normal components only;
    /// links that lead out of the site are refused here.
    pub fn file(&self, relative: &Path) -> Option<PathBuf> {
        let builds = self.read().builds.clone();
        builds.iter().find_map(|build| {
            let file = build.join(relative).canonicalize().ok()?;
            let inside = file.starts_with(build.canonicalize().ok()?);
            (inside && file.is_file()).then_some(file)
        })
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A folder that stays behind costs space and nothing else.
fn remove(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prints(text: &'static str) -> Builder {
        Arc::new(move |_, dest| {
            std::fs::create_dir_all(dest)?;
            std::fs::write(dest.join("index.html"), text)?;
            Ok(Outcome::default())
        })
    }

    fn fails() -> Builder {
        Arc::new(|_, dest| {
            std::fs::create_dir_all(dest)?;
            std::fs::write(dest.join("index.html"), "half")?;
            anyhow::bail!("a broken chapter")
        })
    }

    fn text(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn a_failed_build_leaves_the_last_good_one_and_says_why() {
        let site = Site::new().unwrap();
        let root = Path::new(".");
        let index = Path::new("index.html");
        assert!(site.build(root, &fails()).is_err());
        assert!(!site.is_built());
        assert_eq!(site.file(index), None);

        site.build(root, &prints("one")).unwrap();
        assert_eq!(site.error(), None);
        site.build(root, &fails()).unwrap_err();
        assert_eq!(text(&site.file(index).unwrap()), "one");
        assert_eq!(site.error().as_deref(), Some("a broken chapter"));
        site.build(root, &prints("two")).unwrap();
        assert_eq!(text(&site.file(index).unwrap()), "two");
        assert_eq!(site.error(), None);
    }

    #[test]
    fn what_an_open_page_needs_survives_one_build_and_not_two() {
        let site = Site::new().unwrap();
        let root = Path::new(".");
        let old: Builder = Arc::new(|_, dest| {
            std::fs::create_dir_all(dest)?;
            std::fs::write(dest.join("viewer-1.js"), "old")?;
            Ok(Outcome::default())
        });
        site.build(root, &old).unwrap();
        site.build(root, &prints("new")).unwrap();
        let script = Path::new("viewer-1.js");
        assert_eq!(text(&site.file(script).unwrap()), "old");
        site.build(root, &prints("newer")).unwrap();
        assert_eq!(site.file(script), None);
    }

    #[test]
    fn problems_are_remembered_until_they_are_repaired() {
        let site = Site::new().unwrap();
        let root = Path::new(".");
        site.build(root, &prints("one")).unwrap();
        site.recorded("semaphore", Some("does not compile".into()));
        assert_eq!(site.error().as_deref(), Some("does not compile"));
        site.build(root, &prints("two")).unwrap();
        assert_eq!(site.error().as_deref(), Some("does not compile"));
        site.recorded("semaphore", None);
        assert_eq!(site.error(), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_of_the_site_is_not_followed() {
        let outside = tempfile::NamedTempFile::new().unwrap();
        let target = outside.path().to_path_buf();
        let site = Site::new().unwrap();
        let links: Builder = Arc::new(move |_, dest| {
            std::fs::create_dir_all(dest)?;
            std::os::unix::fs::symlink(&target, dest.join("out"))?;
            Ok(Outcome::default())
        });
        site.build(Path::new("."), &links).unwrap();
        assert_eq!(site.file(Path::new("out")), None);
    }
}

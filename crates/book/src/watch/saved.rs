//! What a saved file means: what is built, recorded or checked again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What was saved, sorted by what there is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// For people: what changed.
    pub files: BTreeSet<PathBuf>,
    /// The pages have to be built again.
    pub book: bool,
    /// Examples to record again.
    pub examples: BTreeSet<String>,
    /// Exercises (their folders' names) to check again.
    pub exercises: BTreeSet<String>,
    /// Of these, the ones whose own text has changed: an editor shows it.
    pub texts: BTreeSet<String>,
    /// Examples whose scratch copy has changed.
    pub scratch: BTreeSet<String>,
    /// What the watcher says is wrong: a change may have been missed.
    pub errors: BTreeSet<String>,
}

impl Saved {
    /// Adds one path, relative to the root; most mean nothing.
    pub fn add(&mut self, path: &Path) {
        let parts: Vec<&str> =
            path.iter().filter_map(|part| part.to_str()).collect();
        if parts.last().is_none_or(|name| is_of_an_editor(name)) {
            return;
        }
        let known = match parts[..] {
            ["book.toml"] | ["src" | "theme" | "solutions", ..] => {
                self.book = true;
                true
            }
            ["examples", file] => {
                self.book = true;
                self.example(file, &[".rs", ".py"])
            }
            ["examples", "fail", file] => {
                self.book = true;
                match file.strip_suffix(".rs") {
                    Some(name) => self.examples.insert(name.to_string()),
                    None => false,
                };
                true
            }
            ["recordings", file] => {
                self.book = true;
                // By hand: which knob. The rest is what recording writes.
                self.example(file, &[".toml"]);
                true
            }
            ["recordings", ..] => {
                self.book = true;
                true
            }
            ["exercises", name, "exercise.rs"] => {
                self.exercises.insert(name.to_string());
                self.texts.insert(name.to_string());
                true
            }
            [".book", "scratch", file] => match file.strip_suffix(".rs") {
                Some(name) => self.scratch.insert(name.to_string()),
                None => false,
            },
            ["exercises", name, "checks.rs" | "exercise.toml"] => {
                self.book = true;
                self.exercises.insert(name.to_string());
                true
            }
            _ => false,
        };
        if known {
            self.files.insert(path.to_path_buf());
        }
    }

    fn example(&mut self, file: &str, endings: &[&str]) -> bool {
        let name = endings.iter().find_map(|end| file.strip_suffix(end));
        name.is_some_and(|name| {
            self.examples.insert(name.to_string());
            true
        })
    }
}

/// What editors write beside the file that is being edited.
fn is_of_an_editor(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name.ends_with(".part")
        // vim tries whether it may write here.
        || name.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(paths: &[&str]) -> Saved {
        let mut saved = Saved::default();
        paths.iter().for_each(|path| saved.add(Path::new(path)));
        saved
    }

    fn names(set: &BTreeSet<String>) -> Vec<&str> {
        set.iter().map(String::as_str).collect()
    }

    #[test]
    fn chapters_and_the_theme_are_the_book() {
        for path in ["src/a.md", "src/figures/x.svg", "theme/book.css"] {
            let saved = saved(&[path]);
            assert!(saved.book, "{path}");
            assert!(saved.examples.is_empty() && saved.exercises.is_empty());
        }
        assert!(saved(&["book.toml"]).book);
    }

    #[test]
    fn an_example_is_shown_and_recorded() {
        let saved = saved(&[
            "examples/semaphore.rs",
            "examples/queue.py",
            "examples/fail/moved.rs",
            "recordings/select.toml",
        ]);
        assert!(saved.book);
        let expected = ["moved", "queue", "select", "semaphore"];
        assert_eq!(names(&saved.examples), expected);
    }

    #[test]
    fn what_recording_writes_is_not_recorded_again() {
        let saved = saved(&["recordings/a.json", "recordings/fail/b.txt"]);
        assert!(saved.book);
        assert!(saved.examples.is_empty());
    }

    #[test]
    fn an_exercise_is_checked_and_shows_nothing_new() {
        let mine = saved(&["exercises/21_semaphore/exercise.rs"]);
        assert!(!mine.book);
        assert_eq!(names(&mine.exercises), ["21_semaphore"]);
        let checks = saved(&["exercises/21_semaphore/checks.rs"]);
        assert!(checks.book);
        assert_eq!(names(&checks.exercises), ["21_semaphore"]);
    }

    #[test]
    fn a_scratch_copy_is_neither_recorded_nor_built() {
        let saved = saved(&[".book/scratch/semaphore.rs", ".book/x.rs"]);
        assert_eq!(names(&saved.scratch), ["semaphore"]);
        assert!(!saved.book && saved.examples.is_empty());
        assert_eq!(saved.files.len(), 1);
    }

    #[test]
    fn what_editors_leave_behind_means_nothing() {
        for path in [
            "src/.a.md.swp",
            "src/a.md~",
            "src/4913",
            "src/#a.md#",
            "examples/.semaphore.rs.un~",
            "Cargo.lock",
            "target/x",
            "exercises/21_semaphore/exercise.99.part",
            "examples/notes",
        ] {
            assert!(saved(&[path]).files.is_empty(), "{path}");
        }
    }
}

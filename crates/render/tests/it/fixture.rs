//! A copy of `tests/fixture` that a test may break.

use render::{Options, Problem, Problems, Report};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

pub struct Fixture {
    pub root: PathBuf,
}

impl Fixture {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("book-{}-{number}", std::process::id()));
        let source =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
        copy(&source, &root);
        let fixture = Self { root };
        fixture.record("wave", 150_000);
        fixture.record("twin", 0);
        fixture
    }

    pub fn write(&self, path: &str, text: &str) -> &Self {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// The only chapter, as it should be, but for one text.
    pub fn replace(&self, old: &str, new: &str) -> &Self {
        let text = self.read("src/waves.md");
        assert!(text.contains(old), "the fixture has no `{old}`");
        self.write("src/waves.md", &text.replacen(old, new, 1))
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.root.join(path)).unwrap();
        self
    }

    /// Writes a recording in which nothing but `main` happens.
    pub fn record(&self, example: &str, end: u64) {
        let source = self.read(&format!("examples/{example}.rs"));
        let sha256 = sha256(&source);
        let json = format!(
            r#"{{"format": "async-timeline", "version": 2,
            "example": "{example}", "files": ["examples/{example}.rs"],
            "sha256": "{sha256}", "clock": "virtual", "seed": "book",
            "tokio": "1.54.1", "runs": [{{"end": {end}, "outcome": "ok",
            "sites": [], "lanes": [{{"name": "main", "kind": "task"}}],
            "resources": [], "events": [
            {{"t": 0, "k": "poll", "lane": 0}},
            {{"t": {end}, "k": "end", "lane": 0, "how": "done"}}]}}]}}"#
        );
        self.write(&format!("recordings/{example}.json"), &json);
    }

    pub fn options(&self) -> Options {
        Options {
            root: self.root.clone(),
            dest: self.root.join("site"),
            ..Options::default()
        }
    }

    pub fn build(&self) -> Report {
        render::build(&self.options()).unwrap()
    }

    /// The page of the only chapter.
    pub fn page(&self) -> String {
        self.build();
        self.read("site/waves.html")
    }

    /// The problems of a build that must fail.
    pub fn problems(&self) -> Vec<Problem> {
        let error = render::build(&self.options()).unwrap_err();
        match error.downcast::<Problems>() {
            Ok(Problems(problems)) => problems,
            Err(error) => panic!("not a problem of a chapter: {error:#}"),
        }
    }

    /// The one problem of a build that must fail.
    pub fn problem(&self) -> Problem {
        let mut problems = self.problems();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        problems.remove(0)
    }

    /// The number of the chapter's first line that has the text.
    pub fn line(&self, text: &str) -> usize {
        let chapter = self.read("src/waves.md");
        let found = chapter.lines().position(|line| line.contains(text));
        1 + found.unwrap()
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.root).ok();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

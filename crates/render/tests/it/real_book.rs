//! The book itself.

use render::{Options, Report};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn site() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("real-book")
}

/// Built once for all tests of this file. Building fails when a chapter names
/// an example, an output, a recording or an exercise that is not there, when
/// code or output stands in a chapter by hand, and when a question has not
/// exactly one answer that its run proves.
pub fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        let options = Options {
            root: root(),
            dest: site(),
            ..Options::default()
        };
        render::build(&options).unwrap_or_else(|error| panic!("{error:#}"))
    })
}

#[test]
fn it_builds_without_a_problem() {
    assert!(report().chapters >= 6);
    assert!(report().problems.is_empty());
}

#[test]
fn numbers_in_sentences_are_proved_on_their_page() {
    let unproved: Vec<String> = report()
        .warnings
        .iter()
        .filter(|warning| warning.message.contains("stands in no output"))
        .map(ToString::to_string)
        .collect();
    assert!(unproved.is_empty(), "{}", unproved.join("\n"));
}

#[test]
fn recordings_are_of_the_examples_as_they_are() {
    let stale: Vec<String> = report()
        .warnings
        .iter()
        .filter(|warning| !warning.message.contains("stands in no output"))
        .map(ToString::to_string)
        .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

#[test]
fn internal_links_and_fragments_lead_somewhere() {
    report();
    let broken = crate::links::broken(&site());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Drafts have titles without pages, so that the whole map is visible.
#[test]
fn the_table_of_contents_names_every_chapter() {
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).unwrap();
    let parts = summary.matches("\n# Part ").count();
    let numbered = summary.matches("\n- [").count();
    let beyond = summary.split("\n---\n").nth(1).unwrap();
    assert_eq!((parts, numbered), (8, 34));
    assert_eq!(beyond.matches("\n[").count(), 6);
}

#[test]
fn every_chapter_on_disk_is_in_the_table_of_contents() {
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).unwrap();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".md") && name != "SUMMARY.md" {
            assert!(summary.contains(&format!("({name})")), "{name}");
        }
    }
}

/// No request leaves a page by itself: what is loaded lies in the site.
#[test]
fn pages_load_nothing_from_elsewhere() {
    report();
    for entry in fs::read_dir(site()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ext| ext != "html") {
            continue;
        }
        let page = fs::read_to_string(&path).unwrap();
        for opening in ["src=\"http", "<link rel=\"stylesheet\" href=\"http"] {
            assert!(!page.contains(opening), "{}", path.display());
        }
        // mdBook's script would ask the Playground for its crates.
        assert!(!page.contains("class=\"playground\""), "{}", path.display());
    }
}

/// The goal is 150 KB over the wire; a page this long compresses to about a
/// fifth. The measured sizes are in the benchmark.
#[test]
fn pages_stay_small() {
    report();
    for entry in fs::read_dir(site()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "html") {
            let size = fs::metadata(&path).unwrap().len();
            assert!(size < 900_000, "{}: {size} bytes", path.display());
        }
    }
}

//! What holds for the workflows.

use crate::files::{self, File};
use crate::none;

fn workflows() -> Vec<File> {
    let mut files = files::ending(&[".yml"]);
    files.retain(|file| file.path.starts_with(".github/workflows/"));
    assert!(files.len() > 2, "only {} workflows", files.len());
    files
}

/// A tag can be moved to other code; a commit cannot.
#[test]
fn each_action_is_pinned_by_its_commit() {
    let mut wrong = Vec::new();
    for File { path, text } in workflows() {
        for (number, line) in text.lines().enumerate() {
            let Some((_, action)) = line.split_once("uses: ") else {
                continue;
            };
            let commit = action
                .split_once('@')
                .and_then(|(_, rest)| rest.split_once(" # "))
                .map(|(commit, _)| commit);
            let pinned = commit.is_some_and(|commit| {
                commit.len() == 40
                    && commit.bytes().all(|b| b.is_ascii_hexdigit())
            });
            if !pinned {
                let number = number + 1;
                wrong.push(format!("{path}:{number}: {action}"));
            }
        }
    }
    none(&wrong);
}

/// Packing a site follows links, which can lead to any file of the machine.
#[test]
fn what_is_published_is_searched_for_links_first() {
    let pages = files::read(".github/workflows/pages.yml");
    let searched = pages.find("find book -type l");
    let packed = pages.find("upload-pages-artifact");
    assert!(searched.is_some() && searched < packed, "{pages}");
}

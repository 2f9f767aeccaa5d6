//! Records each example as a reader's copy that nobody has changed: it must
//! print what the book says.

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;
use timeline::{EventKind, Recording};

use crate::examples::{self, Example};
use crate::reader::{self, Made};
use crate::{Files, captures, harness, transcript};

/// Record each example as a reader's copy, and compare what it prints with the
/// book; writes nothing
#[derive(Args)]
pub struct Copies {
    /// Only these examples
    names: Vec<String>,
}

pub fn run(root: &Path, copies: &Copies, files: &Files) -> Result<()> {
    let target = harness::target(root).join("copies");
    let all = examples::find(root, &copies.names)?;
    let mut wrong = 0;
    for example in &all {
        let name = &example.name;
        match reader::copy_of(root, &target, name)? {
            Made::Recorded(recording) => {
                let recording = without_errors(example, *recording, files);
                let other = captures::other_lines(example, &recording, files);
                if let Some((copy, book)) = other {
                    wrong += 1;
                    println!("{name} prints other lines");
                    println!("  copy: {copy}\n  book: {book}");
                }
            }
            Made::Broken(words) => {
                wrong += 1;
                println!("{name} does not compile:\n{words}");
            }
            // Its crates are named by its features, and the copy has them not.
            Made::Unrecordable(why) => println!("{name}: {why}"),
        }
    }
    println!("{} copies, {wrong} print other lines", all.len());
    match wrong {
        0 => Ok(()),
        n => bail!("{n} copies do not print what the book says"),
    }
}

/// Standard error stands in a recording, too; in a capture it is marked.
fn without_errors(
    example: &Example,
    mut recording: Recording,
    files: &Files,
) -> Recording {
    let capture = files.read(&format!("recordings/{}.txt", example.name));
    let errors = transcript::stream(&capture, true);
    let lines = transcript::stream(&capture, false);
    let mut told: Vec<&str> = lines.lines().collect();
    for run in &mut recording.runs {
        run.events.retain(|event| match &event.kind {
            EventKind::Out { text, .. } => {
                match told.iter().position(|line| line == text) {
                    Some(at) => {
                        told.remove(at);
                        true
                    }
                    None => !errors.lines().any(|line| line == text),
                }
            }
            _ => true,
        });
    }
    recording
}

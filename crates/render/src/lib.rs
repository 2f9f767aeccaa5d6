//! Makes a site out of the chapters, the examples and what was
//! recorded of them, in process, through mdBook's own library.
//!
//! # Layout
//!
//! - [`build`]: loads the book, prepares each chapter, lets mdBook render it
//!   and puts the new site in the place of the old one.
//! - `page`: one chapter; its directives become HTML (`page/*.rs`, one file
//!   per directive).
//! - `library`: what a chapter may show; `excerpt`: whole files and anchors.
//! - `numbers`: the durations in the sentences and what proves them;
//!   `mentions`: the files and examples that sentences name.
//! - `confined`: no link leads out of the book's folders.
//! - `typography`: what makes a line fine.
//! - `search`: what leads where in the index of the search.
//! - `site`: the folder that is written.
//! - [`problem`]: what is wrong, where, and the remedy.

mod capture;
mod confined;
mod cut;
mod excerpt;
mod html;
mod library;
mod mentions;
mod numbers;
mod page;
pub mod problem;
mod search;
mod site;
mod typography;
mod words;

pub use problem::{Problem, Problems};

use anyhow::{Context, Result};
use library::Library;
use mdbook_driver::{MDBook, book::BookItem, config::Config};
use std::path::PathBuf;

/// What to build, and where to.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The repository: the folder of `book.toml`.
    pub root: PathBuf,
    /// The site's folder. Its old content is replaced when the build is done.
    pub dest: PathBuf,
    /// Where the site will live: `/` or `/from-asyncio-to-tokio/`.
    pub site_url: Option<String>,
    /// Write the book in spite of problems and show each in its place, as a
    /// server does while somebody writes. Otherwise a problem is an error.
    pub keep_going: bool,
}

/// What a build has to say.
#[derive(Debug, Default)]
pub struct Report {
    /// Chapters written, drafts not counted.
    pub chapters: usize,
    /// Only with [`Options::keep_going`].
    pub problems: Vec<Problem>,
    /// What does not stop a build, but should be looked at.
    pub warnings: Vec<Problem>,
}

/// Builds the site. Problems in chapters come back as [`Problems`].
pub fn build(options: &Options) -> Result<Report> {
    let root = &options.root;
    confined::check(root)?;
    let staging = site::Staging::beside(&options.dest)?;
    let library = Library::open(root)?;

    let path = root.join("book.toml");
    let mut config = Config::from_disk(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    // A slip in SUMMARY.md must not write a chapter.
    config.build.create_missing = false;
    config.build.build_dir = std::path::absolute(&staging.dir)?;
    if let Some(url) = &options.site_url {
        config.set("output.html.site-url", url)?;
    }
    let mut book = MDBook::load_with_config(root, config)
        .context("cannot load the book")?;

    let mut report = Report::default();
    let mut slots = Vec::new();
    let mut names = search::Names::default();
    book.book.for_each_mut(|item| {
        let BookItem::Chapter(chapter) = item else {
            return;
        };
        let Some(path) = &chapter.source_path else {
            return;
        };
        let list = path.to_str().filter(|path| search::LISTS.contains(path));
        if let Some(list) = list {
            names.add(list, &chapter.content);
        }
        let page = page::prepare(&library, path, &chapter.content);
        chapter.content = page.markdown;
        slots.extend(page.slots);
        report.problems.extend(page.problems);
        report.warnings.extend(page.warnings);
        report.chapters += 1;
    });
    if !report.problems.is_empty() && !options.keep_going {
        return Err(Problems(report.problems).into());
    }

    // In `book.toml` mermaid is a command, for plain mdBook. Here the library
    // takes its place, and no process is started.
    book.with_preprocessor(mdbook_mermaid::Mermaid);
    book.build().context("mdBook cannot render the book")?;
    search::rewrite(&staging.dir, &names)?;
    site::fill(&staging.dir, &slots)?;
    staging.publish()?;
    Ok(report)
}

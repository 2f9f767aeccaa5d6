//! How large the pages are, compressed as a server would.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::table::Table;
use crate::terminal;

/// Scripts that are not ours: mdBook's, and the one that colors code.
const FOREIGN: [&str; 7] = [
    "book-",
    "toc-",
    "clipboard-",
    "highlight-",
    "searcher-",
    "mark-",
    "elasticlunr-",
];

pub fn measure(root: &Path, table: &mut Table) -> Result<()> {
    terminal::line("measuring: the size of the pages");
    let (page, script) =
        ("largest page, compressed", "our scripts on it, compressed");
    let (page_goal, script_goal) = ("150 KB", "20 KB");
    if gzip(b"").is_err() {
        let why = "needs `gzip`";
        table.missing(page, page_goal, why);
        table.missing(script, script_goal, why);
        return Ok(());
    }
    let dir = tempfile::tempdir().context("cannot create a folder")?;
    let site = dir.path().join("book");
    render::build(&render::Options {
        root: root.to_path_buf(),
        dest: site.clone(),
        site_url: None,
        keep_going: false,
    })?;
    let mut pages = Vec::new();
    let mut figure = 0;
    let mut scripts = 0;
    for entry in fs::read_dir(&site)? {
        let path = entry?.path();
        if path.extension().is_none_or(|end| end != "html") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        pages.push(gzip(text.as_bytes())?);
        figure = figure.max(largest_drawing(&text));
        scripts = scripts.max(own_scripts(&site, &text)?);
    }
    pages.sort_unstable();
    let largest = pages.last().copied().context("the book has no pages")?;
    let median = pages[pages.len() / 2];
    table.note(page, page_goal, &kilobytes(median), &kilobytes(largest));
    table.note(script, script_goal, "", &kilobytes(scripts));
    table.note("largest static figure", "100 KB", "", &kilobytes(figure));
    Ok(())
}

fn largest_drawing(page: &str) -> usize {
    let drawings = page.split("<svg class=\"tl-plot\"").skip(1);
    let lengths = drawings.filter_map(|rest| rest.find("</svg>"));
    lengths.max().unwrap_or_default()
}

/// The scripts that a page loads at once, without those that were not
/// written here.
fn own_scripts(site: &Path, page: &str) -> Result<usize> {
    let mut sum = 0;
    for part in page.split("<script").skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let source =
            tag.split("src=\"").nth(1).and_then(|s| s.split('"').next());
        let Some(source) = source else { continue };
        let name = source.rsplit('/').next().unwrap_or(source);
        if !FOREIGN.iter().any(|foreign| name.starts_with(foreign)) {
            let path = site.join(source);
            let bytes = fs::read(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            sum += gzip(&bytes)?;
        }
    }
    Ok(sum)
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}

/// How long it is when `gzip` has done its best.
fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut gzip = Command::new("gzip")
        .arg("-9")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start gzip")?;
    let mut into = gzip.stdin.take().context("gzip does not read")?;
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || into.write_all(&bytes));
    let output = gzip.wait_with_output()?;
    let written = writer.join().is_ok_and(|result| result.is_ok());
    ensure!(output.status.success() && written, "gzip failed");
    Ok(output.stdout.len())
}

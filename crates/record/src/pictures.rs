//! Figures as files, for plain `mdbook build`: one for each figure that a
//! chapter shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use timeline::Recording;
use timeline::svg::{Style, pair, standalone};

use crate::Files;

/// Draws the figures that the chapters show and that are made of these
/// recordings, or of one of them and one recorded before.
pub fn draw(recordings: &[Recording], files: &mut Files) -> Result<()> {
    let css = files.read("theme/timeline.css");
    let style = style(&css).context("theme/timeline.css lost its parts")?;
    for (name, title) in shown(&files.root().join("src"))? {
        let names: Vec<&str> = name.split('+').collect();
        let fresh = |name: &&str| {
            recordings
                .iter()
                .any(|recording| recording.example == **name)
        };
        if !names.iter().any(fresh) {
            continue;
        }
        let mut found = Vec::new();
        for name in &names {
            found.push(find(recordings, name, files)?);
        }
        let svg = match &found[..] {
            [one] => standalone(one, &title, &style),
            [above, below] => pair(above, below, &title, &style),
            _ => bail!("figures/{name}.svg: one or two recordings, please"),
        };
        files.put(&format!("src/figures/{name}.svg"), &svg)?;
    }
    Ok(())
}

/// Draws all of them, of what was recorded before.
pub fn redraw(files: &mut Files) -> Result<()> {
    let shown = shown(&files.root().join("src"))?;
    let names: BTreeSet<&str> =
        shown.keys().flat_map(|name| name.split('+')).collect();
    let recordings: Result<Vec<Recording>> = names
        .into_iter()
        .map(|name| find(&[], name, files))
        .collect();
    draw(&recordings?, files)
}

fn find(
    recordings: &[Recording],
    name: &str,
    files: &Files,
) -> Result<Recording> {
    let fresh = recordings
        .iter()
        .find(|recording| recording.example == name);
    if let Some(recording) = fresh {
        return Ok(recording.clone());
    }
    let path = format!("recordings/{name}.json");
    Recording::from_json(&files.read(&path)).context(path)
}

/// The figures in the chapters: file name without ending, and title. A picture
/// has one title: where two pages show it, that of the first by name.
fn shown(src: &Path) -> Result<BTreeMap<String, String>> {
    let entries = fs::read_dir(src).context("cannot read src/")?;
    let paths: Result<Vec<_>, _> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    let mut paths = paths?;
    paths.sort();
    let mut shown = BTreeMap::new();
    for path in paths {
        if path.extension().is_some_and(|extension| extension == "md") {
            let text = fs::read_to_string(&path)?;
            for (name, title) in text.lines().filter_map(figure) {
                shown.entry(name).or_insert(title);
            }
        }
    }
    Ok(shown)
}

/// `![Title](figures/NAME.svg)`
fn figure(line: &str) -> Option<(String, String)> {
    let (title, rest) =
        line.trim().strip_prefix("![")?.split_once("](figures/")?;
    let name = rest.strip_suffix(".svg)")?;
    Some((name.to_owned(), title.to_owned()))
}

/// The parts of the style sheet that a picture needs.
fn style(css: &str) -> Option<Style> {
    let rule = |selector: &str| {
        let (_, rest) = css.split_once(selector)?;
        let (_, rest) = rest.split_once('{')?;
        Some(short(rest.split_once('}')?.0))
    };
    let (_, shapes) = css.split_once("/* shapes */")?;
    Some(Style {
        light: rule("\n.tl ")?,
        dark: rule("\n.coal .tl,")?,
        shapes: short(shapes.split_once("/* page")?.0),
    })
}

fn short(css: &str) -> String {
    css.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_has_a_name_and_a_title() {
        let found = figure("![Two runs](figures/a+b.svg)");
        assert_eq!(found, Some(("a+b".to_owned(), "Two runs".to_owned())));
        assert_eq!(figure("A ![picture](figures/a.svg) in a line"), None);
    }
}

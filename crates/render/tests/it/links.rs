//! The links of a built site: each page and each `#fragment` must be there.
//! (mdbook-linkcheck2 misses wrong fragments.)

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Component, Path, PathBuf},
};

/// The links that lead nowhere, as `page -> target`.
pub fn broken(site: &Path) -> Vec<String> {
    let mut pages = HashMap::new();
    read(site, site, &mut pages);
    let ids: HashMap<&PathBuf, HashSet<&str>> = pages
        .iter()
        .map(|(path, html)| (path, attributes(html, "id").collect()))
        .collect();
    let mut broken = Vec::new();
    for (page, html) in &pages {
        let links = attributes(html, "href").chain(attributes(html, "src"));
        for link in links.filter(|link| !is_external(link)) {
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap_or_default();
            let target = match path {
                "" => page.clone(),
                _ => normal(&page.parent().unwrap().join(path)),
            };
            let found = match ids.get(&target) {
                Some(ids) => fragment.is_empty() || ids.contains(fragment),
                None => fragment.is_empty() && site.join(&target).is_file(),
            };
            if !found {
                broken.push(format!("{} -> {link}", page.display()));
            }
        }
    }
    broken.sort();
    broken.dedup();
    broken
}

fn read(site: &Path, dir: &Path, pages: &mut HashMap<PathBuf, String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(site, &path, pages);
        } else if path.extension().is_some_and(|ext| ext == "html") {
            let name = path.strip_prefix(site).unwrap().to_owned();
            // The page of lost readers has a base address of its own.
            if name != Path::new("404.html") {
                pages.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
}

/// The values of an attribute, outside of scripts.
fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let opening = format!(" {name}=\"");
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(&opening)?;
            let script = rest[..at].rfind("<script");
            let inside = script.is_some_and(|start| {
                rest[start..at].contains('>')
                    && !rest[start..at].contains("</script")
            });
            rest = &rest[at + opening.len()..];
            if inside {
                let end = rest.find("</script").unwrap_or(rest.len());
                rest = &rest[end..];
                continue;
            }
            let (value, after) = rest.split_once('"')?;
            rest = after;
            return Some(value);
        }
    })
}

fn is_external(link: &str) -> bool {
    ["http:", "https:", "mailto:", "data:", "vscode:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            _ => out.push(part),
        }
    }
    out
}

#[test]
fn wrong_pages_and_wrong_fragments_are_found() {
    let fixture = crate::fixture::Fixture::new();
    fixture.replace(
        "Make it shorter.",
        "[a](waves.md#waves) [b](waves.md#nowhere) [c](none.html) \
         [d](#nothing) [e](https://example.org/)",
    );
    fixture.build();
    let found = broken(&fixture.root.join("site"));
    let of_waves: Vec<&str> = found
        .iter()
        .filter_map(|link| link.strip_prefix("waves.html -> "))
        .collect();
    assert_eq!(of_waves, ["#nothing", "none.html", "waves.html#nowhere"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_book_is_refused_by_its_name() {
    use std::os::unix::fs::symlink;
    let fixture = crate::fixture::Fixture::new();
    fixture.write(".book/key", "secret");
    let place = fixture.root.join("src/leak");
    let targets = [
        PathBuf::from("/dev/null"),
        std::env::temp_dir(),
        fixture.root.join(".book/key"),
        place.clone(),
    ];
    for target in targets {
        symlink(&target, &place).unwrap();
        let error = render::build(&fixture.options()).unwrap_err();
        let error = format!("{error:#}");
        assert!(error.contains("src/leak is a link"), "{error}");
        std::fs::remove_file(&place).unwrap();
    }
    let made = std::process::Command::new("mkfifo").arg(&place).status();
    assert!(made.unwrap().success());
    let error = render::build(&fixture.options()).unwrap_err().to_string();
    assert!(error.contains("src/leak is neither a file"), "{error}");
    std::fs::remove_file(&place).unwrap();
    let inside = fixture.root.join("src/SUMMARY.md");
    symlink(inside, fixture.root.join("src/other.md")).unwrap();
    fixture.build();
}

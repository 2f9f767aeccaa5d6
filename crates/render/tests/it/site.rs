//! How the site gets into its folder.

use crate::fixture::Fixture;
use std::fs;

#[test]
fn the_old_site_stays_until_the_new_one_is_whole() {
    let fixture = Fixture::new();
    let before = fixture.page();
    fixture.replace("exercise: 01_wave", "exercise: 02_none");
    assert_eq!(fixture.problems().len(), 1);
    assert_eq!(fixture.read("site/waves.html"), before);
    let leftovers = fs::read_dir(&fixture.root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".new") || name.contains(".old"))
        .count();
    assert_eq!(leftovers, 0);
}

#[test]
fn files_of_the_old_site_are_gone() {
    let fixture = Fixture::new();
    fixture.build();
    fixture.write("site/stale.html", "old");
    fixture.build();
    assert!(!fixture.root.join("site/stale.html").exists());
}

#[test]
fn a_folder_that_is_no_site_is_left_alone() {
    let fixture = Fixture::new();
    let mut options = fixture.options();
    options.dest = fixture.root.join("src");
    let error = render::build(&options).unwrap_err();
    assert!(error.to_string().contains("not empty"), "{error:#}");
    assert!(fixture.root.join("src/waves.md").exists());
}

#[test]
fn the_address_of_the_site_can_be_set() {
    let fixture = Fixture::new();
    let mut options = fixture.options();
    options.site_url = Some("/from-asyncio/".to_owned());
    render::build(&options).unwrap();
    let page = fixture.read("site/404.html");
    assert!(page.contains("<base href=\"/from-asyncio/\">"));
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let fixture = Fixture::new();
    assert_eq!(fixture.page(), fixture.page());
}

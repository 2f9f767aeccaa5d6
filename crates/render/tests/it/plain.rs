//! The book as plain `mdbook build` makes it: every listing and output is
//! there, and what only `render` understands stays out of sight.

use mdbook_driver::{MDBook, config::Config};
use std::{fs, path::Path};

#[test]
fn plain_mdbook_gives_a_readable_book() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dest = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain-book");
    let mut config = Config::from_disk(root.join("book.toml")).unwrap();
    config.build.build_dir = std::path::absolute(&dest).unwrap();
    let mut book = MDBook::load_with_config(&root, config).unwrap();
    // Stands in for the command of the same name.
    book.with_preprocessor(mdbook_mermaid::Mermaid);
    book.build().unwrap();

    let page = fs::read_to_string(dest.join("semaphores.html")).unwrap();
    assert!(!page.contains("{{#"), "an include was not expanded");
    assert!(page.contains("Let at most two of six downloads run at once."));
    assert!(page.contains("$ cargo run --example semaphore"));
    assert!(page.contains("<pre class=\"mermaid\">"));
    assert!(page.contains("src=\"figures/semaphore.svg\""));
    // Directives are comments, and no tag is left open by them.
    assert!(page.contains("<!-- predict:"));
    assert!(dest.join("assets/mermaid.min.js").is_file());
}

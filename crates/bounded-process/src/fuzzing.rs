//! What the fuzzer reaches of this crate, see `fuzz/`.

use crate::{control_group, procfs, settings, tag};

/// Reads a text in all the ways in which one is read here.
pub fn read(text: &str) {
    if let Some(settings) = settings::Settings::parse(text) {
        let word = settings.to_word();
        assert_eq!(settings::Settings::parse(&word), Some(settings));
    }
    let (one, other) = text.split_once('\0').unwrap_or((text, ""));
    if let Some(folder) = control_group::folder(one, other) {
        let mut parts = folder.components();
        let up = std::path::Component::ParentDir;
        assert!(parts.all(|part| part != up), "{}", folder.display());
    }
    let _ = procfs::Stat::parse(text);
    tag::owners(text).for_each(drop);
}

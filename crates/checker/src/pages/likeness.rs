//! How much of one message is in another one.

use std::collections::BTreeSet;

/// Words of source count for little: they are mostly names.
const SOURCE: f64 = 0.1;

/// The words of a message: the compiler's own, and those of the source that
/// it shows. Places are left out.
#[derive(Clone, Debug, Default)]
pub struct Words {
    said: BTreeSet<String>,
    source: BTreeSet<String>,
}

pub fn words(rendered: &str) -> Words {
    let mut words = Words::default();
    for line in without_colors(rendered).lines() {
        let set = match is_the_compilers(line) {
            true => &mut words.said,
            false => &mut words.source,
        };
        let parts = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        let parts = parts.filter(|word| word.len() > 1 && !is_number(word));
        set.extend(parts.map(str::to_lowercase));
    }
    words
}

/// Without `ESC [ ... m`.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('m').map_or("", |(_, r)| r));
    rest.fold(first, |all, part| all + part)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

impl Words {
    /// The share of the compiler's words that are also in `other`, from 0 to
    /// 1, and a little for the words of the source.
    pub fn share_in(&self, other: &Words) -> f64 {
        share(&self.said, &other.said)
            + SOURCE * share(&self.source, &other.source)
    }
}

fn share(own: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    match own.len() {
        0 => 0.0,
        all => own.intersection(other).count() as f64 / all as f64,
    }
}

/// Lines of source begin with their number; what stands below them is said
/// about them.
fn is_the_compilers(line: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with(|c: char| c.is_ascii_digit())
        && !line.starts_with("-->")
        && !line.starts_with("error: aborting")
        && !line.starts_with("For more information")
        && !line.ends_with("warnings emitted")
        && !line.ends_with("warning emitted")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_and_source_are_no_words() {
        let colored = "\x1b[1m\x1b[91merror\x1b[0m\x1b[1m: no\x1b[0m\n\
                       \x1b[94m7 |\x1b[0m let visits = 1;\n";
        let plain = "error: no\n7 | let visits = 1;\n";
        let (colored, plain) = (words(colored), words(plain));
        assert_eq!(colored.said, plain.said);
        assert_eq!(colored.source, plain.source);
        assert!(!plain.said.contains("visits"));
        assert!(plain.share_in(&colored) > 1.0);
        assert_eq!(words("").share_in(&plain), 0.0);
    }
}

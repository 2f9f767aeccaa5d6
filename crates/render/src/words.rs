//! Words of a text, to compare what a page says with what a program printed.

/// Whether the words of `part` stand in `text`, whole and in this order.
pub fn contains(text: &str, part: &str) -> bool {
    let text = split(text);
    let part = split(part);
    !part.is_empty() && text.windows(part.len()).any(|window| window == part)
}

/// Words without the punctuation around them: `[100,` is `100`.
fn split(text: &str) -> Vec<&str> {
    text.split([' ', '\t', '\n', '\u{a0}'])
        .map(|word| {
            let start =
                word.trim_start_matches(['(', '[', '{', '"', '\'', '`']);
            start.trim_end_matches([
                ')', ']', '}', '"', '\'', '`', ',', '.', ';', ':', '!', '?',
            ])
        })
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn only_whole_words_count() {
        assert!(contains("total 400 ms", "400 ms"));
        assert!(contains("total: 400 ms.", "400 ms"));
        assert!(!contains("total 1400 ms", "400 ms"));
        assert!(!contains("total 400 msec", "400 ms"));
        assert!(!contains("1.2 s", "2 s"));
        assert!(!contains("anything", ""));
    }

    #[test]
    fn lists_compare_by_their_items() {
        assert!(contains("order: [100, 300, 200]", "100, 300, 200"));
        assert!(!contains("order: [100, 300, 200]", "100, 200, 300"));
    }
}

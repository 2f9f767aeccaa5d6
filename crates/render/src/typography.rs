//! A number and its unit stay on one line.

use mdbook_markdown::{
    MarkdownOptions, new_cmark_parser,
    pulldown_cmark::{Event, Tag, TagEnd},
};

const UNITS: [&str; 7] = ["ms", "s", "µs", "ns", "KB", "MB", "GB"];
const SPACE: &str = "\u{a0}";

/// The chapter with no-break spaces between numbers and units. Code stays as
/// it is.
pub fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    let mut code = false;
    for (event, range) in
        new_cmark_parser(text, &MarkdownOptions::default()).into_offset_iter()
    {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(_) if !code => {
                for at in breaks(&text[range.clone()]) {
                    let at = range.start + at;
                    if at < done {
                        continue;
                    }
                    out.push_str(&text[done..at]);
                    out.push_str(SPACE);
                    done = at + 1;
                }
            }
            _ => {}
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Where a space stands between a number and a unit.
fn breaks(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(' ').map(|(at, _)| at).filter(|at| {
        let number = text[..*at].ends_with(|c: char| c.is_ascii_digit());
        let after = &text[at + 1..];
        let end = after
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(after.len());
        number && UNITS.contains(&&after[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::glue;

    #[test]
    fn a_unit_does_not_leave_its_number() {
        assert_eq!(
            glue("It takes 50 ms, then 0.2 s or **3 s**."),
            "It takes 50\u{a0}ms, then 0.2\u{a0}s or **3\u{a0}s**."
        );
    }

    #[test]
    fn code_and_other_words_stay() {
        for text in [
            "a `50 ms` b",
            "```text\n50 ms\n```\n",
            "50 slots, 3 msgs",
            "<!-- given: 60 ms -->\n",
        ] {
            assert_eq!(glue(text), text);
        }
    }
}

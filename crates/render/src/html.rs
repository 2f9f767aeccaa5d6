//! Text that becomes HTML or part of an address.

use std::fmt::Write;

pub use timeline::escape;

/// What stands between these marks is on the page and not in the search's
/// index. They are taken out of the page when it is written.
pub const HIDE: char = '\u{E000}';
pub const SHOW: char = '\u{E001}';

/// Percent-encodes text for the query of an address.
pub fn query(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ => write!(out, "%{byte:02X}").expect("a String takes all"),
        }
    }
    out
}

/// The text as an HTML block of Markdown: it begins at a line of its own and
/// holds no blank line, which would end the block.
pub fn block(html: &str) -> String {
    let lines: Vec<&str> = html
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.join("\n")
}

/// A fence that no line of the code can close.
pub fn fence(info: &str, code: &str) -> String {
    let longest = code
        .lines()
        .map(|line| line.trim_start().bytes().take_while(|b| *b == b'`'))
        .map(Iterator::count)
        .max()
        .unwrap_or(0);
    let ticks = "`".repeat(longest.max(2) + 1);
    let end = if code.ends_with('\n') { "" } else { "\n" };
    format!("{ticks}{info}\n{code}{end}{ticks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape(r#"<a b="c">&"#), "&lt;a b=&quot;c&quot;&gt;&amp;");
    }

    #[test]
    fn a_query_keeps_letters_only() {
        assert_eq!(query("a b\n&µ"), "a%20b%0A%26%C2%B5");
    }

    #[test]
    fn a_fence_is_longer_than_the_ticks_inside() {
        assert_eq!(fence("text", "```\n"), "````text\n```\n````");
        assert_eq!(fence("rust", "x"), "```rust\nx\n```");
    }

    #[test]
    fn a_block_has_no_blank_line() {
        assert_eq!(block("<p>\n\n  \nx</p>\n"), "<p>\nx</p>");
    }
}

//! Makes two texts out of one file: the reader's stub, and the solution.
//!
//! ```text
//! pub async fn answer(question: &str) -> u32 {
//!     // begin solution
//!     //~ // TODO: answer the question.
//!     //~ todo!("{question}")
//!     ask(question).await
//!     // end solution
//! }
//! ```
//!
//! The stub has the `//~` lines in place of the region; the solution has the
//! rest of it. Both come from one file that is compiled, so the signatures
//! cannot drift apart.

use anyhow::{Result, bail, ensure};

const BEGIN: &str = "// begin solution";
const END: &str = "// end solution";
const STUB: &str = "//~";

/// What the reader starts from.
pub fn stub(source: &str) -> Result<String> {
    cut(source, Keep::Stub)
}

/// The answer, without the markers.
pub fn solution(source: &str) -> Result<String> {
    cut(source, Keep::Solution)
}

#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Stub,
    Solution,
}

fn cut(source: &str, keep: Keep) -> Result<String> {
    let mut out: Vec<String> = Vec::new();
    let mut opened = None;
    let mut regions = 0;
    for (number, line) in (1..).zip(source.lines()) {
        let (indent, text) =
            line.split_at(line.len() - line.trim_start().len());
        match (text.trim_end(), opened) {
            (BEGIN, None) => {
                opened = Some(number);
                regions += 1;
            }
            (END, Some(_)) => opened = None,
            (BEGIN, Some(first)) => {
                bail!("line {number}: the region of line {first} is still open")
            }
            (END, None) => bail!("line {number}: no region to end here"),
            (text, Some(_)) => match text.strip_prefix(STUB) {
                Some(rest) if keep == Keep::Stub => {
                    let rest = rest.strip_prefix(' ').unwrap_or(rest);
                    out.push(format!("{indent}{rest}").trim_end().to_owned());
                }
                None if keep == Keep::Solution => out.push(line.to_owned()),
                _ => {}
            },
            (text, None) => {
                ensure!(
                    !text.starts_with(STUB),
                    "line {number}: a stub line outside of a region"
                );
                out.push(line.to_owned());
            }
        }
    }
    if let Some(first) = opened {
        bail!("line {first}: this region is never ended");
    }
    ensure!(regions > 0, "no region `{BEGIN}` ... `{END}` in the file");
    Ok(tidy(&out))
}

/// A region that vanishes may leave two empty lines, or one at an edge.
fn tidy(lines: &[String]) -> String {
    let mut text = String::new();
    let mut blank = true;
    for line in lines {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        text.push_str(line);
        text.push('\n');
    }
    while text.ends_with("\n\n") {
        text.pop();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
//! Ask.

// begin solution
use std::thread;

// end solution
pub fn ask(n: u32) -> u32 {
    // begin solution
    //~ // TODO: ask.
    //~ match n {
    //~     _ => todo!(),
    //~ }
    //~
    thread::yield_now();
    n + 1
    // end solution
}
";

    #[test]
    fn the_stub_has_the_marked_lines_instead_of_the_region() {
        assert_eq!(
            stub(SOURCE).unwrap(),
            "//! Ask.\n\npub fn ask(n: u32) -> u32 {\n    // TODO: ask.\n    \
             match n {\n        _ => todo!(),\n    }\n\n}\n"
        );
    }

    #[test]
    fn the_solution_has_no_markers() {
        assert_eq!(
            solution(SOURCE).unwrap(),
            "//! Ask.\n\nuse std::thread;\n\npub fn ask(n: u32) -> u32 {\n    \
             thread::yield_now();\n    n + 1\n}\n"
        );
    }

    #[test]
    fn broken_markers_are_named_with_their_line() {
        let said = |text: &str| stub(text).unwrap_err().to_string();
        assert!(said("a\n").contains("no region"));
        assert!(said("// begin solution\n").contains("line 1"));
        assert!(said("a\n// end solution\n").contains("line 2"));
        assert!(said("//~ x\n").contains("line 1"));
        assert!(
            said("// begin solution\n// begin solution\n").contains("line 2")
        );
    }
}

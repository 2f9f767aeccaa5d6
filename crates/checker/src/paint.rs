//! Colors, where somebody sees them.

use std::env;
use std::io::{IsTerminal, stdout};

#[derive(Clone, Copy, Debug)]
pub struct Paint(bool);

impl Paint {
    /// On a terminal, unless the reader says `NO_COLOR`.
    pub fn of_terminal() -> Self {
        let no = env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Paint(stdout().is_terminal() && !no && !dumb)
    }

    /// Never, or in any case.
    pub fn fixed(on: bool) -> Self {
        Paint(on)
    }

    pub fn is_on(self) -> bool {
        self.0
    }

    pub fn bold(self, text: &str) -> String {
        self.with(1, text)
    }

    pub fn red(self, text: &str) -> String {
        self.with(31, text)
    }

    pub fn green(self, text: &str) -> String {
        self.with(32, text)
    }

    pub fn yellow(self, text: &str) -> String {
        self.with(33, text)
    }

    fn with(self, code: u8, text: &str) -> String {
        match self.0 {
            true => format!("\x1b[{code}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_terminal_there_are_no_colors() {
        assert_eq!(Paint(false).red("no"), "no");
        assert_eq!(Paint(true).red("no"), "\x1b[31mno\x1b[0m");
    }
}

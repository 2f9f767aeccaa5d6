//! The page that a run is for: what it hears.

use std::ops::ControlFlow;

use bounded_process::Limits;
use tokio::sync::mpsc::UnboundedSender;

use super::{RunEvent, Stream};

/// Unbounded, but what is sent is bounded by the limits of what is printed.
#[derive(Clone)]
pub struct Page(UnboundedSender<RunEvent>);

impl Page {
    pub fn new(events: UnboundedSender<RunEvent>) -> Self {
        Self(events)
    }

    /// `Break`: it has gone.
    pub fn send(&self, event: RunEvent) -> ControlFlow<()> {
        match self.0.send(event) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }

    pub fn line(&self, stream: Stream, text: String) -> ControlFlow<()> {
        self.send(RunEvent::Line { stream, text })
    }

    /// What we say, where a program says what went wrong.
    pub fn explain(&self, text: String) {
        // Whoever has gone need not be told.
        let _ = self.line(Stream::Stderr, text);
    }

    pub async fn closed(&self) {
        self.0.closed().await;
    }
}

/// What the compiler says to a page: as much as a program may print.
pub struct CompilerLines {
    page: Page,
    bytes: usize,
    lines: usize,
}

impl CompilerLines {
    pub fn new(page: Page, limits: &Limits) -> Self {
        Self {
            page,
            bytes: limits.output,
            // The last one says that there are more.
            lines: limits.lines.saturating_sub(1),
        }
    }

    pub fn say(&mut self, text: &str) -> ControlFlow<()> {
        if self.lines == 0 {
            return ControlFlow::Continue(());
        }
        let bytes = self.bytes.checked_sub(text.len() + 1);
        let lines = self.lines - 1;
        let Some(bytes) = bytes.filter(|_| lines > 0) else {
            self.lines = 0;
            self.page.explain(MORE.to_owned());
            return ControlFlow::Continue(());
        };
        (self.bytes, self.lines) = (bytes, lines);
        self.page.line(Stream::Stderr, text.to_owned())
    }
}

const MORE: &str = "The compiler says more than a page can show. The rest is \
                    in a terminal.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_says_as_much_as_a_program_may() {
        let (sender, mut events) = tokio::sync::mpsc::unbounded_channel();
        let limits = Limits {
            output: 1000,
            lines: 10,
            ..Limits::default()
        };
        let mut said = |text: &str| {
            let page = Page::new(sender.clone());
            let mut lines = CompilerLines::new(page, &limits);
            for _ in 0..100 {
                assert!(lines.say(text).is_continue());
            }
            let mut all = Vec::new();
            while let Ok(RunEvent::Line { text, .. }) = events.try_recv() {
                all.push(text);
            }
            all
        };
        let short = said("error");
        assert!(short.len() <= 10 && short.len() > 7, "{short:?}");
        let long = said(&"e".repeat(300));
        assert_eq!(long.len(), 4, "{long:?}");
        for lines in [short, long] {
            assert_eq!(lines.last().map(|it| &**it), Some(MORE));
        }
    }
}

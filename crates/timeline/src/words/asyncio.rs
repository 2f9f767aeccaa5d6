//! asyncio's words for what Tokio does too.

/// What asyncio says, and what Tokio says of the same.
const SAME: [(&str, &str); 5] = [
    ("begins: its first turn", "begins: its first poll"),
    (
        "has its first turn: it begins to run",
        "is polled for the first time: it begins to run",
    ),
    ("has a turn", "is polled"),
    ("makes the tasks", "spawns"),
    ("makes the task", "spawns"),
];

/// A sentence, so that it can be compared with one about Tokio.
pub(crate) fn in_tokios_words(text: &str) -> String {
    SAME.iter().fold(text.to_owned(), |text, (asyncio, tokio)| {
        text.replace(asyncio, tokio)
    })
}

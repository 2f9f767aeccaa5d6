//! What a program prints: told line by line.

use std::sync::{Mutex, PoisonError};

use crate::recorder::{Note, note};

/// What was printed since the last end of a line; both streams stand on one
/// terminal. And the line that printed it.
static BEGUN: Mutex<(String, u32)> = Mutex::new((String::new(), 0));

/// Takes the place of `print!` and `println!` in the copy.
pub fn print(text: String, line: u32) {
    let mut told = Vec::new();
    {
        let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
        begun.0.push_str(&text);
        begun.1 = line;
        while let Some(end) = begun.0.find('\n') {
            let rest = begun.0.split_off(end + 1);
            told.push(std::mem::replace(&mut begun.0, rest));
        }
    }
    for text in told {
        let text = text.trim_end_matches(['\n', '\r']).to_owned();
        note(Note::Out { text, line });
    }
}

/// Takes the place of `eprint!` and `eprintln!`.
pub fn eprint(text: String, line: u32) {
    print(text, line);
}

/// Takes the place of `println!` in the book's copies.
pub fn line(text: String, line: u32) {
    print(text + "\n", line);
}

/// What was begun is a line, too, when the program is over.
pub(crate) fn flush() {
    let begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    let (ended, line) = (begun.0.is_empty(), begun.1);
    drop(begun);
    if !ended {
        print("\n".to_owned(), line);
    }
}

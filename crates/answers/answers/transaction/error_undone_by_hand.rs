//! wrong: what_is_not_committed_is_undone
//! says: cash 60
//!
//! `commit` undoes the changes when the save fails. A transaction that is
//! dropped without a commit, or in the middle of it, undoes nothing.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Vec<(String, Option<i64>)>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: Vec::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.undo.push((name.to_owned(), self.ledger.get(name)));
        self.ledger.put(name, value);
    }

    pub async fn commit(mut self) -> Result<(), Full> {
        let saved = self.ledger.save().await;
        if saved.is_err() {
            while let Some((name, before)) = self.undo.pop() {
                match before {
                    Some(value) => self.ledger.put(&name, value),
                    None => self.ledger.remove(&name),
                }
            }
        }
        saved
    }
}

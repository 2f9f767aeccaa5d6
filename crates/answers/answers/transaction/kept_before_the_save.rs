//! wrong: a_commit_that_fails_undoes
//! says: cash 60
//!
//! The list of changes is thrown away before it is known whether the save goes
//! well. After that there is nothing to undo.

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
        self.undo.clear();
        self.ledger.save().await
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        while let Some((name, before)) = self.undo.pop() {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

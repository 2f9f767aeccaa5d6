//! wrong: a_commit_that_fails_undoes
//! says: cash 60
//!
//! `forget` keeps the destructor from running, also when the save fails or is
//! cut off. At that time nobody knows yet how it ends.

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

    pub async fn commit(self) -> Result<(), Full> {
        let ledger = self.ledger.clone();
        std::mem::forget(self);
        ledger.save().await
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

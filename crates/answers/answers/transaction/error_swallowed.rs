//! wrong: a_commit_that_fails_undoes
//! says: gave Ok(())
//!
//! The save has failed, and `commit` says `Ok`. Its caller goes on as if the
//! numbers were safe.

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
        if self.ledger.save().await.is_ok() {
            self.undo.clear();
        }
        Ok(())
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

//! wrong: a_name_may_be_set_more_than_once
//! says: cash 20
//!
//! The changes are undone from the first to the last. So the old value of the
//! last change is written last, and that is one of this transaction.

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
        self.ledger.save().await?;
        self.undo.clear();
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        for (name, before) in std::mem::take(&mut self.undo) {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

//! wrong: a_name_may_be_set_more_than_once
//! says: cash 20
//!
//! A map keeps one old value for each name, and each change replaces it. The
//! oldest one is wanted.

use std::collections::HashMap;

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: HashMap<String, Option<i64>>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: HashMap::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.undo.insert(name.to_owned(), self.ledger.get(name));
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
        for (name, before) in self.undo.drain() {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

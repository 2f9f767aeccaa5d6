//! wrong: what_is_set_is_there_at_once
//! says: Some(100)
//!
//! The changes wait in a list, and `commit` writes them. Whoever reads the
//! ledger before that does not see them, and the text says that `set` writes.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    changes: Vec<(String, i64)>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            changes: Vec::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.changes.push((name.to_owned(), value));
    }

    pub async fn commit(self) -> Result<(), Full> {
        for (name, value) in &self.changes {
            self.ledger.put(name, *value);
        }
        self.ledger.save().await
    }
}

//! wrong: what_is_not_committed_is_undone
//! says: in the ledger: rent -40
//!
//! The names that were set are taken out of the ledger, and their old numbers
//! are gone.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Vec<String>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: Vec::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.undo.push(name.to_owned());
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
        for name in self.undo.drain(..) {
            self.ledger.remove(&name);
        }
    }
}

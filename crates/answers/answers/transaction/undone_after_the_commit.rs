//! wrong: what_is_committed_stays
//! says: cash 100
//!
//! The commit goes well, and then the destructor undoes all of it. How does it
//! learn that there is nothing to undo?

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

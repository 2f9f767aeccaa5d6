//! wrong: what_is_not_committed_is_undone
//! says: cash 60
//!
//! One old value is kept, that of the last change. The others are not put back.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Option<(String, Option<i64>)>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self { ledger, undo: None }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.undo = Some((name.to_owned(), self.ledger.get(name)));
        self.ledger.put(name, value);
    }

    pub async fn commit(mut self) -> Result<(), Full> {
        self.ledger.save().await?;
        self.undo = None;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some((name, before)) = self.undo.take() {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

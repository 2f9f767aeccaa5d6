//! right
//!
//! A flag says whether it was committed.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Vec<(String, Option<i64>)>,
    committed: bool,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: Vec::new(),
            committed: false,
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        self.undo.push((name.to_owned(), self.ledger.get(name)));
        self.ledger.put(name, value);
    }

    pub async fn commit(mut self) -> Result<(), Full> {
        self.ledger.save().await?;
        self.committed = true;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.committed {
            return;
        }
        for (name, before) in self.undo.iter().rev() {
            match before {
                Some(value) => self.ledger.put(name, *value),
                None => self.ledger.remove(name),
            }
        }
    }
}

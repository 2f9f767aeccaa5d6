//! right
//!
//! Each change brings what undoes it.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Vec<Box<dyn FnOnce(&Ledger) + Send>>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: Vec::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        let owned = name.to_owned();
        self.undo.push(match self.ledger.get(name) {
            Some(before) => Box::new(move |ledger| ledger.put(&owned, before)),
            None => Box::new(move |ledger| ledger.remove(&owned)),
        });
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
        while let Some(undo) = self.undo.pop() {
            undo(&self.ledger);
        }
    }
}

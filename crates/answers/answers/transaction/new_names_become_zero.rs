//! wrong: a_new_name_is_taken_out_again
//! says: bread 0
//!
//! What was not in the ledger counts as 0, and a 0 is put back. Before the
//! transaction there was no such name.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Vec<(String, i64)>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            undo: Vec::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        let before = self.ledger.get(name).unwrap_or(0);
        self.undo.push((name.to_owned(), before));
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
        while let Some((name, before)) = self.undo.pop() {
            self.ledger.put(&name, before);
        }
    }
}

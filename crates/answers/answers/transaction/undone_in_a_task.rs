//! wrong: what_is_not_committed_is_undone
//! says: cash 60
//!
//! The destructor spawns a task that undoes the changes. It runs later, and in
//! between the ledger has numbers that were never committed. Nothing of the
//! undoing has to wait.

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
        let ledger = self.ledger.clone();
        let undo = std::mem::take(&mut self.undo);
        tokio::spawn(async move {
            for (name, before) in undo.into_iter().rev() {
                match before {
                    Some(value) => ledger.put(&name, value),
                    None => ledger.remove(&name),
                }
            }
        });
    }
}

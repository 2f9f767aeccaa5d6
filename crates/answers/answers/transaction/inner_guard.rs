//! right
//!
//! The destructor belongs to a field.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    undo: Undo,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        let undo = Undo {
            ledger: ledger.clone(),
            changes: Vec::new(),
        };
        Self { ledger, undo }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        let before = self.ledger.get(name);
        self.undo.changes.push((name.to_owned(), before));
        self.ledger.put(name, value);
    }

    pub async fn commit(self) -> Result<(), Full> {
        let Transaction { ledger, mut undo } = self;
        ledger.save().await?;
        undo.changes = Vec::new();
        Ok(())
    }
}

struct Undo {
    ledger: Ledger,
    changes: Vec<(String, Option<i64>)>,
}

impl Drop for Undo {
    fn drop(&mut self) {
        while let Some((name, before)) = self.changes.pop() {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

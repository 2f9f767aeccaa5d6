//! Changes that are undone, unless they are committed.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self { ledger }
    }

    /// Writes into the ledger at once.
    pub fn set(&mut self, name: &str, value: i64) {
        // TODO: keep what is needed to undo it.
        todo!("{name} = {value} in {:?}", self.ledger)
    }

    /// Saves the ledger, and keeps the changes if that went well.
    pub async fn commit(self) -> Result<(), Full> {
        // In all other cases, whatever ends it, they are undone.
        todo!("save {:?}", self.ledger)
    }
}

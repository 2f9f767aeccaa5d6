//! wrong: another_transaction_is_left_alone
//! says: tax 0
//!
//! The whole ledger is put back to what it was at the beginning, and with it a
//! number that another transaction has committed meanwhile.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    before: Vec<(String, i64)>,
    committed: bool,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        let before = ledger.entries();
        Self {
            ledger,
            before,
            committed: false,
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
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
        for (name, _) in self.ledger.entries() {
            self.ledger.remove(&name);
        }
        for (name, value) in &self.before {
            self.ledger.put(name, *value);
        }
    }
}

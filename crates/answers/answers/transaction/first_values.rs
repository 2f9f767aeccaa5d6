//! right
//!
//! The oldest value of each name.

use std::collections::BTreeMap;

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    before: BTreeMap<String, Option<i64>>,
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        Self {
            ledger,
            before: BTreeMap::new(),
        }
    }

    pub fn set(&mut self, name: &str, value: i64) {
        let old = self.ledger.get(name);
        self.before.entry(name.to_owned()).or_insert(old);
        self.ledger.put(name, value);
    }

    pub async fn commit(mut self) -> Result<(), Full> {
        self.ledger.save().await?;
        self.before.clear();
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        for (name, before) in std::mem::take(&mut self.before) {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}

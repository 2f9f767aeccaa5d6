//! Changes that are undone, unless they are committed.

use lab::{Full, Ledger};

pub struct Transaction {
    ledger: Ledger,
    // begin solution
    /// What stood there before, in the order of the changes.
    undo: Vec<(String, Option<i64>)>,
    // end solution
}

impl Transaction {
    pub fn begin(ledger: Ledger) -> Self {
        // begin solution
        //~ Self { ledger }
        let undo = Vec::new();
        Self { ledger, undo }
        // end solution
    }

    /// Writes into the ledger at once.
    pub fn set(&mut self, name: &str, value: i64) {
        // begin solution
        //~ // TODO: keep what is needed to undo it.
        //~ todo!("{name} = {value} in {:?}", self.ledger)
        self.undo.push((name.to_owned(), self.ledger.get(name)));
        self.ledger.put(name, value);
        // end solution
    }

    /// Saves the ledger, and keeps the changes if that went well.
    pub async fn commit(self) -> Result<(), Full> {
        // begin solution
        //~ // In all other cases, whatever ends it, they are undone.
        //~ todo!("save {:?}", self.ledger)
        let mut this = self;
        this.ledger.save().await?;
        this.undo.clear();
        Ok(())
        // end solution
    }
}
// begin solution

impl Drop for Transaction {
    fn drop(&mut self) {
        // The last change first.
        while let Some((name, before)) = self.undo.pop() {
            match before {
                Some(value) => self.ledger.put(&name, value),
                None => self.ledger.remove(&name),
            }
        }
    }
}
// end solution

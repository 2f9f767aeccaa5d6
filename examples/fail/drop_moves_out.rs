//! expect: error E0509
//!
//! A type with a destructor cannot be taken apart.

struct Transaction {
    changes: Vec<u32>,
}

impl Transaction {
    async fn commit(self) -> Vec<u32> {
        self.changes
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {}
}

#[tokio::main]
async fn main() {
    let transaction = Transaction { changes: vec![] };
    transaction.commit().await;
}

//! expect: error E0382
//!
//! `commit` takes the transaction, so that it cannot be used after that.

struct Transaction;

impl Transaction {
    async fn commit(self) {}
}

#[tokio::main]
async fn main() {
    let transaction = Transaction;
    transaction.commit().await;
    transaction.commit().await;
}

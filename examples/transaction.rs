//! Changes that are kept by `commit`, and undone by anything else.
//!
//! In Python this is `async with connection.transaction():`.
//!
//!     cargo run --example transaction

use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Default)]
struct Account {
    euros: i64,
}

// ANCHOR: transaction
struct Transaction<'a> {
    account: &'a mut Account,
    before: i64,
}

impl<'a> Transaction<'a> {
    fn begin(account: &'a mut Account) -> Self {
        let before = account.euros;
        Transaction { account, before }
    }

    /// Takes the transaction away from whoever commits it.
    async fn commit(mut self) {
        sleep(Duration::from_millis(100)).await; // until the disk has it
        self.before = self.account.euros; // nothing to undo any more
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        self.account.euros = self.before;
    }
}
// ANCHOR_END: transaction

// ANCHOR: main
async fn pay(account: &mut Account, euros: i64) -> Result<(), String> {
    let transaction = Transaction::begin(account);
    transaction.account.euros -= euros;
    if transaction.account.euros < 0 {
        return Err("not enough".to_owned());
    }
    sleep(Duration::from_millis(100)).await; // asks the bank
    transaction.commit().await;
    Ok(())
}

#[tokio::main]
async fn main() {
    let mut account = Account { euros: 100 };
    println!("paid 30: {:?}, {account:?}", pay(&mut account, 30).await);
    println!("paid 90: {:?}, {account:?}", pay(&mut account, 90).await);
    for ms in [50, 150, 300] {
        let late = pay(&mut account, 5);
        let late = timeout(Duration::from_millis(ms), late).await;
        println!("dropped at {ms}: {}, {account:?}", late.is_err());
    }
}
// ANCHOR_END: main

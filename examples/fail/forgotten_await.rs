//! expect: warning unused_must_use
//!
//! Two futures that nobody awaits: the compiler names both.

use futures::future::join_all;

async fn save(row: u32) {
    println!("saved row {row}");
}

#[tokio::main]
async fn main() {
    save(1);
    join_all([save(2), save(3)]);
}

//! Joined futures may borrow the same local value, and each slot of the
//! tuple has a type of its own.
//!
//! In Python this is `name, unread = await asyncio.gather(...)`.
//!
//!     cargo run --example join_borrows

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
struct User {
    name: String,
    unread: Vec<u32>,
}

async fn name(user: &User) -> &str {
    sleep(Duration::from_millis(20)).await;
    &user.name
}

async fn unread(user: &User) -> usize {
    sleep(Duration::from_millis(10)).await;
    user.unread.len()
}

#[tokio::main]
async fn main() {
    let user = User {
        name: "Ada".to_owned(),
        unread: vec![7, 9],
    };

    let (name, unread) = tokio::join!(name(&user), unread(&user));
    println!("{name} has {unread} unread messages: {:?}", user.unread);
}
// ANCHOR_END: main

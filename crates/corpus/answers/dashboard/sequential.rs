//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//! says: one after another
//!
//! Await after await.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let name = office.name(user).await;
    let orders = office.orders(user).await;
    let unread = office.unread(user).await;
    Dashboard {
        name,
        orders,
        unread,
    }
}

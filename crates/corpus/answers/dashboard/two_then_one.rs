//! wrong: all_three_are_asked_at_once
//! says: never more than 2 at the same time
//! says: lets in fewer than it could
//!
//! Joins a pair, then asks the third.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (name, orders) = tokio::join!(office.name(user), office.orders(user));
    let unread = office.unread(user).await;
    Dashboard {
        name,
        orders,
        unread,
    }
}

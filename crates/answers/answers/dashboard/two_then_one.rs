//! wrong: all_three_are_asked_at_once
//! says: never more than 2 at the same time
//! says: lets in fewer than it could
//!
//! Two questions run together, and the third is asked when both are answered:
//! 10 ms after the call `unread` has not begun. Nothing in it depends on the
//! other two. What holds two futures can hold three.

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

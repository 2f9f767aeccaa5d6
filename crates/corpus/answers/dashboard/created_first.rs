//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//! says: Creating a future does not begin it
//!
//! As promises would work in JavaScript.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let name = office.name(user);
    let orders = office.orders(user);
    let unread = office.unread(user);
    let (name, orders, unread) = (name.await, orders.await, unread.await);
    Dashboard {
        name,
        orders,
        unread,
    }
}

//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//! says: Creating a future does not begin it
//!
//! 10 ms after the call only the first question is under way, as the timeline
//! shows. Perhaps all three futures are made first and then awaited one by one,
//! as promises would be in JavaScript. A promise begins when it is made, a
//! future when it is polled: who polls the second while the first waits?

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

//! wrong: each_is_asked_exactly_once
//! says: `name` ran 2 times
//!
//! Warms up with a join and then asks again.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (_, orders, unread) = tokio::join!(
        office.name(user),
        office.orders(user),
        office.unread(user),
    );
    let name = office.name(user).await;
    Dashboard {
        name,
        orders,
        unread,
    }
}

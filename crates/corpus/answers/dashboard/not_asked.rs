//! wrong: the_answers_are_in_their_places
//! says: unread: 3
//! says: unread: 0
//!
//! Fills a gap with a default.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (name, orders) = tokio::join!(office.name(user), office.orders(user));
    let unread = 0;
    Dashboard {
        name,
        orders,
        unread,
    }
}

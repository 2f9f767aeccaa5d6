//! right
//!
//! The macro of the crate futures.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (name, orders, unread) = futures::join!(
        office.name(user),
        office.orders(user),
        office.unread(user),
    );
    Dashboard {
        name,
        orders,
        unread,
    }
}

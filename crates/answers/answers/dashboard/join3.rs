//! right
//!
//! The function instead of the macro.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (name, orders, unread) = futures::future::join3(
        office.name(user),
        office.orders(user),
        office.unread(user),
    )
    .await;
    Dashboard {
        name,
        orders,
        unread,
    }
}

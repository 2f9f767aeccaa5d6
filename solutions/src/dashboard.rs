//! One page with three answers from the office.

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

/// Asks `office.name(user)`, `office.orders(user)` and `office.unread(user)`.
pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    // begin solution
    //~ // TODO: three questions, all at the same time.
    //~ todo!("what {office:?} knows about {user}")
    let (name, orders, unread) = tokio::join!(
        office.name(user),
        office.orders(user),
        office.unread(user),
    );
    Dashboard {
        name,
        orders,
        unread,
    }
    // end solution
}

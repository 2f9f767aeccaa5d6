//! wrong: each_is_asked_exactly_once
//! says: `name` ran 2 times
//!
//! The name is asked for two times: in the timeline once at 0 ms, beside the
//! others, and once more when those are there. A call makes a future, and every
//! future that is awaited asks the office again. The first answer was the
//! answer: where did it go?

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

//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//! says: one after another
//!
//! 10 ms after the call only one question is under way: the timeline shows
//! `name`, and neither of the others has begun. An `.await` goes on when its
//! future is ready and not before, so each question waits for the answer to the
//! one above. What polls several futures in one wait?

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let name = office.name(user).await;
    let orders = office.orders(user).await;
    let unread = office.unread(user).await;
    Dashboard {
        name,
        orders,
        unread,
    }
}

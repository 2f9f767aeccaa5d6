//! wrong: the_answers_are_in_their_places
//! says: the results [Dashboard { name: "ada Lovelace", orders: [97, 100, 97], unread: 0 }]
//! says: unread: 0
//!
//! Two questions are asked, and the place of the third is filled with a number
//! that stands in the code. The timeline has no `unread`. The office answers it
//! as it answers the others, with a future that has to be awaited together with
//! them.

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

//! wrong: each_step_happens_exactly_once
//! says: `pack 7` never ran
//!
//! `pack 7` is missing in the timeline: after the charge come the mails. Its
//! future was made and thrown away, perhaps by `drop`. Dropping a future does
//! not run it; it makes sure that nobody ever can.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    drop(shop.pack(order));
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

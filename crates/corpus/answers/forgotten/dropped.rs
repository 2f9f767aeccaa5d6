//! wrong: each_step_happens_exactly_once
//! says: `pack 7` never ran
//!
//! `drop` does not run a future; it ends it.

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

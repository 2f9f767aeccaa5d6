//! wrong: each_step_happens_exactly_once
//! says: `mail grace` never ran
//!
//! Returns out of the loop.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    if let Some(to) = friends.first() {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

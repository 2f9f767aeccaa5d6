//! wrong: each_step_happens_exactly_once
//! says: `ship 7` never ran
//!
//! An async block is a future like any other.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    let _shipped = async { shop.ship(order).await };
}

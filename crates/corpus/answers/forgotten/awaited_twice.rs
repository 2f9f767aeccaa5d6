//! wrong: each_step_happens_exactly_once
//! says: `charge 7` ran 2 times
//! says: each future that is awaited does the work again
//!
//! Awaits a second call to be sure.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

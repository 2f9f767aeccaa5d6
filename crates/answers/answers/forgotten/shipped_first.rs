//! wrong: the_steps_happen_in_their_order
//! says: before `mail grace` was finished
//!
//! Every step happens, and each is awaited, but not in the order that was asked
//! for: `ship 7` begins at 300 ms, and the first mail after it. With `.await`
//! behind each call, the lines run from top to bottom. Which line stands too
//! high?

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    shop.ship(order).await;
    for to in friends {
        shop.mail(to).await;
    }
}

//! wrong: the_steps_happen_in_their_order
//! says: before `mail grace` was finished
//!
//! All awaited, but the parcel leaves before the mails.

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

//! wrong: everybody_gets_a_mail
//! says: `mail guido` never ran
//!
//! The first two friends get a mail, and the timeline has none for the others.
//! The first checks have two friends, this one has five. Perhaps a number in
//! your code knows that: the list knows its length better.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends.iter().take(2) {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

//! wrong: each_step_happens_exactly_once
//! says: `mail grace` never ran
//!
//! One friend gets a mail, and the timeline goes on with `ship 7`. Perhaps the
//! loop ends after its first turn, or only the first of the list is looked at.
//! Who takes care of the others?

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

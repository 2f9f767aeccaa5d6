//! wrong: nothing_is_left_when_checkout_returns
//! says: 5 were finished
//! says: started and not waited for
//!
//! The last step is spawned, and nobody waits for it. `checkout` returns at 500
//! ms, and in the timeline `ship 7` is not done by then. If the program ended
//! here, the parcel would never leave: how can the caller count on it?

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    let shop = shop.clone();
    tokio::spawn(async move { shop.ship(order).await });
}

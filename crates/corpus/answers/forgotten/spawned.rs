//! wrong: nothing_is_left_when_checkout_returns
//! says: 5 were finished
//! says: started and not waited for
//!
//! A task that nobody waits for.

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

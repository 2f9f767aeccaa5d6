//! wrong: the_steps_happen_in_their_order
//! says: before
//! says: was finished
//!
//! Five tasks: all of them happen, in no order.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    let (a, b, c) = (shop.clone(), shop.clone(), shop.clone());
    tokio::spawn(async move { a.reserve(order).await });
    tokio::spawn(async move { b.charge(order).await });
    tokio::spawn(async move { c.pack(order).await });
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

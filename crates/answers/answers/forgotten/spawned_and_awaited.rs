//! right
//!
//! A task, and its handle awaited.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    let shop = shop.clone();
    let shipping = tokio::spawn(async move { shop.ship(order).await });
    shipping.await.expect("shipping does not panic");
}

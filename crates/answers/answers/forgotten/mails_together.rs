//! right
//!
//! The mails at the same time.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    let mails = friends.iter().map(|to| shop.mail(to));
    futures::future::join_all(mails).await;
    shop.ship(order).await;
}

//! wrong: each_step_happens_exactly_once
//! says: `mail ada` never ran
//!
//! A list of coroutines is not a gather.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    let mails: Vec<_> = friends.iter().map(|to| shop.mail(to)).collect();
    println!("{} mails", mails.len());
    shop.ship(order).await;
}

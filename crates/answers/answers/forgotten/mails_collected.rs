//! wrong: each_step_happens_exactly_once
//! says: `mail ada` never ran
//!
//! The timeline goes from `pack 7` to `ship 7`, without a mail. The futures of
//! the mails exist, in a list, and a list polls nothing. In Python, too, a list
//! of coroutines is not a `gather`: who awaits what is in it?

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    let mails: Vec<_> = friends.iter().map(|to| shop.mail(to)).collect();
    println!("{} mails", mails.len());
    shop.ship(order).await;
}

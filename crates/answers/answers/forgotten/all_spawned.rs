//! wrong: the_steps_happen_in_their_order
//! says: before
//! says: was finished
//!
//! Steps became tasks, and a task runs beside the one who spawned it. All of
//! them happen, but in the timeline `charge 7` and `pack 7` begin at 0 ms,
//! together with `reserve 7`. To be started in order is not to be done in
//! order: what tells you that a step has ended?

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

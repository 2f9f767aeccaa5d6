//! wrong: each_step_happens_exactly_once
//! says: `ship 7` never ran
//!
//! The timeline ends with the last mail, and `ship 7` is not in it. Perhaps the
//! step stands in an `async` block that is kept in a variable. Such a block is
//! a future like the result of a call: what is written in it runs when somebody
//! awaits it.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    let _shipped = async { shop.ship(order).await };
}

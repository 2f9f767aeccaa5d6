//! wrong: each_step_happens_exactly_once
//! says: `charge 7` never ran
//! says: when it is dropped, nothing ever will
//!
//! `let _ =` quiets the compiler and drops the future.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    let _ = shop.charge(order);
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

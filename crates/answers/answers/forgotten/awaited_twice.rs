//! wrong: each_step_happens_exactly_once
//! says: `charge 7` ran 2 times
//! says: each future that is awaited does the work again
//!
//! The charge is called twice and awaited twice. Each call makes a new future,
//! and each future does the work again: the timeline shows `charge 7` from 100
//! to 200 ms and once more from 200 to 300. What is awaited once has happened.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
}

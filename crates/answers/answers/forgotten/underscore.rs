//! wrong: each_step_happens_exactly_once
//! says: `charge 7` never ran
//! says: when it is dropped, nothing ever will
//!
//! `charge 7` is missing in the timeline: `pack 7` follows at once. Its future
//! was made and dropped, perhaps by `let _ = …`. That quiets the compiler's
//! warning, and the warning was right: nobody awaits this step.

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

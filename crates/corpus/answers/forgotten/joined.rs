//! wrong: the_steps_happen_in_their_order
//! says: began at 0 ms, before `reserve 7` was finished
//!
//! All five at once: complete, and out of order.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    let mails = async {
        for to in friends {
            shop.mail(to).await;
        }
    };
    tokio::join!(
        shop.reserve(order),
        shop.charge(order),
        shop.pack(order),
        mails,
        shop.ship(order),
    );
}

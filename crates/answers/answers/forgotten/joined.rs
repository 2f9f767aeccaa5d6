//! wrong: the_steps_happen_in_their_order
//! says: began at 0 ms, before `reserve 7` was finished
//!
//! All steps are joined, so all of them begin at 0 ms: in the timeline they lie
//! beside each other. Each happens once, but the parcel is shipped before
//! anything is reserved or charged. Joining is for what need not wait for one
//! another: which of these steps could that be said of?

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

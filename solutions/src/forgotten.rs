//! Five steps from an order to a parcel, and a mail to each friend.

use lab::Shop;

pub async fn checkout(shop: &Shop, order: u32, friends: &[&str]) {
    // begin solution
    //~ // TODO: this compiles without a warning, and nothing happens. Repair
    //~ // the five lines: each step once, in this order, and all of them done
    //~ // when `checkout` returns.
    //~ let _reserved = shop.reserve(order);
    //~ _ = shop.charge(order);
    //~ drop(shop.pack(order));
    //~ let _mails: Vec<_> = friends.iter().map(|to| shop.mail(to)).collect();
    //~ let _shipped = async { shop.ship(order).await };
    shop.reserve(order).await;
    shop.charge(order).await;
    shop.pack(order).await;
    for to in friends {
        shop.mail(to).await;
    }
    shop.ship(order).await;
    // end solution
}

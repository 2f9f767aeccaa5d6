//! wrong: the_seat_is_held_during_the_payment
//! says: no seat is held
//! says: taken before it begins
//!
//! The seat is taken when the money has come, so there is nothing to undo. At
//! 50 ms, while the payment is on its way, it is still free: two customers can
//! pay for one seat. What has to come before the first `.await`?

use lab::{Declined, Hall};

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.pay(seat).await?;
    hall.hold(seat);
    Ok(())
}

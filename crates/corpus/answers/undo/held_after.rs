//! wrong: the_seat_is_held_during_the_payment
//! says: no seat is held
//! says: taken before it begins
//!
//! Takes the seat when the money has come: there is nothing to undo, and two
//! can pay for one seat.

use lab::{Declined, Hall};

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.pay(seat).await?;
    hall.hold(seat);
    Ok(())
}

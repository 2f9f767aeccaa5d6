//! wrong: a_paid_seat_stays_taken
//! says: no seat is held
//! says: nothing to undo
//!
//! A guard without a way to tell it that all went well.

use lab::{Declined, Hall};

struct Hold(Hall, u32);

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.release(self.1);
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let _hold = Hold(hall.clone(), seat);
    hall.pay(seat).await
}
